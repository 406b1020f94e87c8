package org.wenshu.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A Python service that does a comparable job in the usual way: FastAPI on uvicorn, a model stub in
 * the same process that streams 40 pieces without waiting, one query through PyMySQL.
 */
final class PythonPeer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChildProcess process;
  private final int port;

  private PythonPeer(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  static PythonPeer start(Path work, Path script, BenchDatabase database, String sql)
      throws IOException, InterruptedException {
    int port = WenshuServer.freePort();
    String module = script.getFileName().toString().replaceFirst("\\.py$", "");
    List<String> command =
        List.of(
            System.getProperty("bench.python", "/usr/bin/python3"),
            "-m",
            "uvicorn",
            "--app-dir",
            script.toAbsolutePath().getParent().toString(),
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--loop",
            "uvloop",
            "--http",
            "httptools",
            "--no-access-log",
            module + ":app");
    ChildProcess process =
        new ChildProcess(command, database.environment(), work.resolve("peer-" + port + ".log"));
    PythonPeer peer = new PythonPeer(process, port);
    long start = System.nanoTime();
    while (!peer.answers(sql)) {
      process.requireAlive();
      if (System.nanoTime() - start > 30_000_000_000L) {
        throw new IOException("The peer did not start: " + process.printed());
      }
      Thread.sleep(100);
    }
    return peer;
  }

  private boolean answers(String sql) {
    try (PeerClient client = new PeerClient(port, sql)) {
      client.ask();
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  ChildProcess process() {
    return process;
  }

  Callable<Load.Client> opener(String sql) {
    return () -> new PeerClient(port, sql);
  }

  /** Asks for that statement; the stub streams it as the last of its 40 pieces. */
  private static final class PeerClient implements Load.Client {
    private final QuestionSocket socket;
    private final String request;

    PeerClient(int port, String sql) throws IOException {
      socket = new QuestionSocket(port);
      request =
          JSON.writeValueAsString(
              JSON.createObjectNode().put("id", 1).put("question", "sql:" + sql));
    }

    @Override
    public void ask() throws IOException {
      socket.send(request);
      String frame = socket.receive();
      while (!frame.contains("\"done\"")) {
        if (frame.contains("\"error\"")) {
          throw new IOException(frame);
        }
        frame = socket.receive();
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
