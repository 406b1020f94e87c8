package org.wenshu.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The WAR on Payara Micro as the run command starts it, in a process of its own. */
final class WenshuServer implements AutoCloseable {
  /** Servers run for weeks: what they cost is measured with both compilers of the JVM. */
  static final Map<String, String> FOR_LONG =
      Map.of("wenshu.server.jvm-options", "-XX:TieredStopAtLevel=4");

  private static final String LAUNCHER = "org.wenshu.launcher.Launcher";
  private static final long START_NANOS = 180_000_000_000L;

  private static final Pattern READY =
      Pattern.compile("(?m)^(\\S+ \\S+) - PayaraMicro - INFO - Payara Micro .* ready in ");
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS", Locale.ROOT);

  private final ChildProcess process;
  private final int port;
  private final Path log;
  private final double startSeconds;

  private WenshuServer(ChildProcess process, int port, Path log, double startSeconds) {
    this.process = process;
    this.port = port;
    this.log = log;
    this.startSeconds = startSeconds;
  }

  /** Starts it over these databases and waits until it has answered the question. */
  static WenshuServer start(
      Path work, BenchDatabase database, String question, Map<String, String> properties)
      throws IOException, InterruptedException {
    return start(work, database, question, properties, freePort());
  }

  /** The same on a port that was chosen before, as for a server that comes back. */
  static WenshuServer start(
      Path work, BenchDatabase database, String question, Map<String, String> properties, int port)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx96m", "-XX:+UseSerialGC"));
    Path home = work.resolve("home-" + port);
    command.add("-Dwenshu.home=" + home);
    command.add("-Dwenshu.http.port=" + port);
    command.add("-Dwenshu.launcher.war=" + System.getProperty("bench.war"));
    command.add("-Dwenshu.security.auth=off");
    command.add("-Dwenshu.ws.log-chunks=false");
    database.properties().forEach((key, value) -> command.add("-D" + key + "=" + value));
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), LAUNCHER));
    long start = System.nanoTime();
    ChildProcess process =
        new ChildProcess(command, Map.of(), work.resolve("wenshu-" + port + ".log"));
    awaitAnswer(process, port, question, start);
    Path log = home.resolve("logs").resolve("server.log");
    return new WenshuServer(process, port, log, (System.nanoTime() - start) / 1e9);
  }

  private static void awaitAnswer(ChildProcess process, int port, String question, long start)
      throws IOException, InterruptedException {
    while (!answers(port, question)) {
      process.requireAlive();
      if (System.nanoTime() - start > START_NANOS) {
        throw new IOException("Wenshu did not start: " + process.printed());
      }
      Thread.sleep(100);
    }
  }

  private static boolean answers(int port, String question) {
    try (WenshuClient client = new WenshuClient(port, question)) {
      client.ask();
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  ChildProcess process() {
    return process;
  }

  int port() {
    return port;
  }

  /** From the start of the process to the first answer. */
  double startSeconds() {
    return startSeconds;
  }

  /** From the start of the server's own process until it says that the WAR is there. */
  double readySeconds() throws IOException {
    Matcher line = READY.matcher(Files.readString(log));
    if (!line.find()) {
      throw new IOException("The server has not said that it is ready: " + log);
    }
    Instant ready =
        LocalDateTime.parse(line.group(1), LOG_TIME).atZone(ZoneId.systemDefault()).toInstant();
    return Duration.between(process.started(), ready).toMillis() / 1e3;
  }

  @Override
  public void close() {
    process.close();
  }
}
