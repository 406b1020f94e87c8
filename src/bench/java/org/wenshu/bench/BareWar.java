package org.wenshu.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** An application of the yardsticks and of the database's driver. */
final class BareWar {
  private static final List<Class<?>> CLASSES = List.of(BareBroadcast.class, BareQuestions.class);

  /** Endpoints get what they ask for only where every class is a bean. */
  private static final String BEANS =
      "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
          + " bean-discovery-mode=\"all\"/>";

  private BareWar() {}

  static void write(Path war) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(war))) {
      for (Class<?> type : CLASSES) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream code = BareWar.class.getClassLoader().getResourceAsStream(name)) {
          jar.putNextEntry(new JarEntry("WEB-INF/classes/" + name));
          code.transferTo(jar);
          jar.closeEntry();
        }
      }
      jar.putNextEntry(new JarEntry("WEB-INF/beans.xml"));
      jar.write(BEANS.getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
      jar.putNextEntry(new JarEntry("WEB-INF/lib/driver.jar"));
      Files.copy(onClassPath("mysql-connector-j-"), jar);
      jar.closeEntry();
    }
  }

  /** The archive of that name which this JVM was started with. */
  static Path onClassPath(String name) throws IOException {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(entry -> entry.toString().endsWith(".jar"))
        .filter(entry -> entry.getFileName().toString().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new IOException("No " + name + " on the class path"));
  }
}
