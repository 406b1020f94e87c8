package org.wenshu.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Payara Micro with {@link BareBroadcast} and nothing else, in a process of its own. */
final class BareServer implements AutoCloseable {
  private static final long START_NANOS = 120_000_000_000L;

  private final ChildProcess process;
  private final int port;

  private BareServer(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  static BareServer start(Path work) throws IOException, InterruptedException {
    int port = WenshuServer.freePort();
    Path war = work.resolve("bare.war");
    writeWar(war);
    List<String> command =
        List.of(
            WenshuServer.java(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-jar",
            microJar(),
            "--deploy",
            war.toString(),
            "--contextroot",
            "/",
            "--port",
            Integer.toString(port),
            "--nohazelcast",
            "--nocluster",
            "--disablephonehome");
    ChildProcess process =
        new ChildProcess(command, Map.of(), work.resolve("bare-" + port + ".log"));
    long end = System.nanoTime() + START_NANOS;
    while (!answers(port)) {
      process.requireAlive();
      if (System.nanoTime() > end) {
        throw new IOException("The yardstick did not start: " + process.printed());
      }
      Thread.sleep(200);
    }
    return new BareServer(process, port);
  }

  private static String microJar() throws IOException {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.contains("payara-micro-") && entry.endsWith(".jar"))
        .findFirst()
        .orElseThrow(() -> new IOException("No payara-micro on the class path"));
  }

  private static void writeWar(Path war) throws IOException {
    String name = BareBroadcast.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(war));
        InputStream code = BareServer.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new JarEntry("WEB-INF/classes/" + name));
      code.transferTo(jar);
      jar.closeEntry();
    }
  }

  private static boolean answers(int port) {
    try (QuestionSocket socket = new QuestionSocket(port, "/bare")) {
      socket.send("hello");
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  ChildProcess process() {
    return process;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.close();
  }
}
