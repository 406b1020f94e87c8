package org.wenshu;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The built WAR on a server of its own, which can be killed without a word: on WildFly where the
 * tests run on that, else on Payara Micro.
 */
public final class ServerProcess implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 60;

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /** Starts it on that port of this machine; it may take a while until it answers. */
  public static ServerProcess start(int port, Map<String, String> properties) throws IOException {
    boolean wildfly = "wildfly".equals(System.getProperty("arquillian.launch"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(wildfly ? wildfly(port) : payara(port));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(new File("target", "killable-" + port + ".log")))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new ServerProcess(process);
  }

  private static List<String> payara(int port) {
    return List.of(
        "-jar",
        System.getProperty("wenshu.it.micro-jar"),
        "--deploy",
        System.getProperty("wenshu.war"),
        "--contextroot",
        "/",
        "--nocluster",
        "--nohazelcast",
        "--port",
        Integer.toString(port),
        "--prebootcommandfile",
        System.getProperty("wenshu.it.preboot"));
  }

  /** With a folder of its own, so that the server of the other tests is not touched. */
  private static List<String> wildfly(int port) throws IOException {
    Path home = Path.of(System.getProperty("wenshu.it.wildfly"));
    Path base = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "wildfly-base-");
    copy(home.resolve("standalone").resolve("configuration"), base.resolve("configuration"));
    Path deployments = Files.createDirectories(base.resolve("deployments"));
    Files.copy(Path.of(System.getProperty("wenshu.war")), deployments.resolve("wenshu.war"));
    return List.of(
        "-Djboss.home.dir=" + home,
        "-Djboss.server.base.dir=" + base,
        "-Djboss.bind.address=127.0.0.1",
        "-Djboss.http.port=" + port,
        "-Djboss.https.port=0",
        "-Djboss.management.http.port=" + freePort(),
        "-jar",
        home.resolve("jboss-modules.jar").toString(),
        "-mp",
        home.resolve("modules").toString(),
        "org.jboss.as.standalone");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** A port nobody listens on. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The server does not end");
    }
  }

  /** Ends it in the middle of whatever it does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
