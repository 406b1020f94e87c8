package org.wenshu.client.start;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Starts the command line: with the Jackson of the class path where there is one, else with that
 * inside the jar. Uses nothing of Jackson itself.
 */
public final class Start {
  private static final String COMMAND_LINE = "org.wenshu.client.cli.Main";
  private static final String JACKSON = "com.fasterxml.jackson.databind.ObjectMapper";

  private Start() {}

  /** Runs the command line with these arguments. */
  public static void main(String[] arguments) throws Throwable {
    ClassLoader own = Start.class.getClassLoader();
    ClassLoader complete = hasJackson(own) ? own : withJackson(own);
    Thread.currentThread().setContextClassLoader(complete);
    Class<?> main = Class.forName(COMMAND_LINE, true, complete);
    MethodHandle begin =
        MethodHandles.publicLookup()
            .findStatic(main, "main", MethodType.methodType(void.class, String[].class));
    begin.invokeExact(arguments);
  }

  private static boolean hasJackson(ClassLoader loader) {
    try {
      return Class.forName(JACKSON, false, loader).getClassLoader() != null;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  static ClassLoader withJackson(ClassLoader own) throws IOException {
    return NestedLibraries.read(
        own,
        "META-INF/lib/jackson-databind.jar",
        "META-INF/lib/jackson-core.jar",
        "META-INF/lib/jackson-annotations.jar");
  }
}
