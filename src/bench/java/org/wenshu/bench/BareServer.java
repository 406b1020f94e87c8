package org.wenshu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Payara Micro with a {@link BareWar} and nothing else, in a process of its own. */
final class BareServer implements AutoCloseable {
  private static final long START_NANOS = 120_000_000_000L;

  private final ChildProcess process;
  private final int port;

  private BareServer(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** A server whose {@link BareQuestions} ask that database. */
  static BareServer start(Path work, BenchDatabase database)
      throws IOException, InterruptedException {
    int port = WenshuServer.freePort();
    Path war = work.resolve("bare.war");
    BareWar.write(war);
    List<String> command =
        List.of(
            WenshuServer.java(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-jar",
            BareWar.onClassPath("payara-micro-").toString(),
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
        new ChildProcess(command, environment(database), work.resolve("bare-" + port + ".log"));
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

  private static Map<String, String> environment(BenchDatabase database) {
    Map<String, String> properties = database.properties();
    return Map.of(
        "BARE_URL", properties.get("wenshu.target.url"),
        "BARE_USER", properties.get("wenshu.target.user"),
        "BARE_PASSWORD", properties.get("wenshu.target.password"));
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

  /** Clients that have this statement run. */
  Callable<Load.Client> opener(String sql) {
    return () -> new BareClient(port, sql);
  }

  private static final class BareClient implements Load.Client {
    private final QuestionSocket socket;
    private final String sql;

    BareClient(int port, String sql) throws IOException {
      this.socket = new QuestionSocket(port, "/jdbc");
      this.sql = sql;
    }

    @Override
    public void ask() throws IOException {
      socket.send(sql);
      if (socket.receive().isEmpty()) {
        throw new IOException("No rows");
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
