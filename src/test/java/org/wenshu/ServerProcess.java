package org.wenshu;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built WAR on a Payara Micro of its own, which can be stopped, and killed without a word. */
public final class ServerProcess implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 60;

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /** Starts it on that port of this machine; it may take a while until it answers. */
  public static ServerProcess start(int port, Map<String, String> properties) throws IOException {
    return start(port, "/", properties);
  }

  /** The same under a context path, such as {@code /app}. */
  public static ServerProcess start(int port, String path, Map<String, String> properties)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(payara(port, path));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(new File("target", "killable-" + port + ".log")))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new ServerProcess(process);
  }

  private static List<String> payara(int port, String path) {
    return List.of(
        "-jar",
        System.getProperty("wenshu.it.micro-jar"),
        "--deploy",
        System.getProperty("wenshu.war"),
        "--contextroot",
        path,
        "--nocluster",
        "--nohazelcast",
        "--port",
        Integer.toString(port),
        "--prebootcommandfile",
        System.getProperty("wenshu.it.preboot"));
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

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as an operator does, and goes on at once. */
  public void askToEnd() {
    process.destroy();
  }

  /** Whether it is gone within that time. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
