package org.wenshu.launcher;

import fish.payara.micro.PayaraMicro;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The command line of the server's process. Its class path holds Payara Micro and a few classes of
 * ours: whatever else lay there would be found before the application's own libraries.
 */
final class ServerCommand {
  private static final List<Class<?>> CLASSES =
      List.of(ServerMain.class, ParentWatch.class, LogLine.class);

  private final Path folder;
  private final List<String> options;

  /**
   * A command whose class files go to the folder.
   *
   * @param options further ones of the JVM, which take precedence over ours
   */
  ServerCommand(Path folder, List<String> options) {
    this.folder = folder;
    this.options = List.copyOf(options);
  }

  /** Where {@link ServerMain} notes that everything is up. */
  Path upMarker() {
    return folder.resolve("up");
  }

  /** The program with its arguments; the last are Payara Micro's. */
  List<String> line(List<String> serverArguments) throws IOException {
    Path jar = payaraMicro();
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    // Half the processor time until the first answer; only a server that runs for long earns back
    // what the second compiler costs.
    line.add("-XX:TieredStopAtLevel=1");
    // What the server has loaded when it serves; else four full collections are held on the way.
    line.add("-XX:MetaspaceSize=160m");
    line.addAll(options);
    line.addAll(moduleOptions(jar));
    line.addAll(List.of("-cp", jar + File.pathSeparator + copyClasses()));
    line.add(ServerMain.class.getName());
    line.add(upMarker().toString());
    line.addAll(serverArguments);
    return line;
  }

  /** Payara's manifest says what it needs to see of the JDK; that only counts with -jar. */
  private static List<String> moduleOptions(Path jar) throws IOException {
    List<String> options = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes manifest = file.getManifest().getMainAttributes();
      for (String module : manifest.getValue("Add-Exports").split(" ", -1)) {
        options.add("--add-exports=" + module + "=ALL-UNNAMED");
      }
      for (String module : manifest.getValue("Add-Opens").split(" ", -1)) {
        options.add("--add-opens=" + module + "=ALL-UNNAMED");
      }
    }
    return options;
  }

  private Path copyClasses() throws IOException {
    Path classes = folder.resolve("classes");
    for (Class<?> type : CLASSES) {
      String name = type.getName().replace('.', '/') + ".class";
      Path target = classes.resolve(name);
      PrivateFiles.createFolder(target.getParent());
      try (InputStream content = type.getResourceAsStream("/" + name)) {
        Files.copy(content, target);
      }
    }
    return classes;
  }

  private static Path payaraMicro() throws IOException {
    try {
      return Path.of(PayaraMicro.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
