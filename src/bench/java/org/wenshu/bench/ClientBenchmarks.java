package org.wenshu.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Wenshu;

/**
 * What the client costs beside a bare WebSocket of the JDK that makes the same exchange, in turns:
 * a question over /ws in ten frames, and a request over /mcp. The server only repeats what was
 * recorded, so that next to nothing but the client is measured.
 */
final class ClientBenchmarks {
  private static final int WARM_UP = 40_000;
  private static final int REQUESTS = 10_000;
  private static final String END = "FLAG_DONE";
  private static final String RESULT =
      "{\"success\":true,\"data\":[{\"n\":42,\"name\":\"li\"}],\"sql\":\"SELECT 42\","
          + "\"explanation\":\"e\",\"suggestions\":[],\"metadata\":{\"execution_time\":4200000,"
          + "\"row_count\":1,\"warnings\":[],\"cache_hit\":false,\"query_plan\":\"\"}}";
  private static final List<String> ANSWER =
      List.of(
          "正在处理查询请求...",
          "正在调用text2sql模型生成SQL语句...",
          "SELECT ",
          "42",
          "DONE",
          "最终SQL语句: SELECT 42",
          "正在执行SQL查询...",
          "SQL查询成功，结果行数: 1",
          "{\"type\":\"query_result\",\"status\":\"success\",\"query\":\"q\",\"sql\":\"SELECT 42\","
              + "\"result\":[{\"n\":42,\"name\":\"li\"}],\"row_count\":1,\"timestamp\":\"t\"}",
          END);

  private final Figures figures = new Figures();

  /** One exchange from the question to the values that were read. */
  @FunctionalInterface
  private interface Exchange {
    void make() throws Exception;
  }

  static void runAndPrint(Path work, int turns) throws Exception {
    String report = new ClientBenchmarks().run(turns);
    System.out.println(report);
    Files.writeString(work.resolve("client.md"), report);
  }

  private String run(int turns) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ClientBenchmarks::play);
        Wenshu wenshu = Wenshu.builder(server.address()).token("t").build();
        BareSocket ask = new BareSocket(server.address(), "/ws");
        BareSocket rag = new BareSocket(server.address(), "/mcp")) {
      for (int turn = 0; turn <= turns; turn++) {
        compare(turn, "/ws", () -> bareQuestion(ask), () -> wenshu.ask().answer("q"));
        compare(turn, "/mcp", () -> bareRequest(rag), () -> wenshu.rag().ask("q"));
      }
    }
    return "\n" + figures.table();
  }

  /** Turn 0 warms up. */
  private void compare(int turn, String door, Exchange bare, Exchange client) throws Exception {
    int count = turn == 0 ? WARM_UP : REQUESTS;
    double bareMicros = medianMicros(count, bare);
    double clientMicros = medianMicros(count, client);
    if (turn > 0) {
      figures.add(door + ", bare WebSocket of the JDK, p50, µs", bareMicros);
      figures.add(door + ", client, p50, µs", clientMicros);
      figures.add(door + ", client : bare", clientMicros / bareMicros);
    }
  }

  private static double medianMicros(int count, Exchange exchange) throws Exception {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      exchange.make();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[count / 2] / 1e3;
  }

  private static void bareQuestion(BareSocket socket) throws IOException, InterruptedException {
    socket.send("{\"type\":\"query\",\"query\":\"q\",\"stream\":\"none\"}");
    String result = "";
    for (String frame = socket.next(); !frame.equals(END); frame = socket.next()) {
      if (frame.startsWith("{")) {
        result = frame;
      }
    }
    BareSocket.requireRows(result, "/result");
  }

  private static void bareRequest(BareSocket socket) throws IOException, InterruptedException {
    socket.send(
        "{\"type\":\"request\",\"id\":\"req-1\",\"method\":\"query.execute\",\"params\":"
            + "{\"query\":\"q\",\"options\":{\"limit\":20}}}");
    BareSocket.requireRows(socket.next(), "/result/data");
  }

  private static void play(ScriptedPeer peer) throws IOException {
    peer.accept();
    boolean ask = peer.path().equals("/ws");
    for (String text = peer.read(); text != null; text = peer.read()) {
      if (ask) {
        for (String frame : ANSWER) {
          peer.send(frame);
        }
      } else {
        int id = text.indexOf("\"id\":\"") + 6;
        peer.send(
            "{\"type\":\"response\",\"id\":\""
                + text.substring(id, text.indexOf('"', id))
                + "\",\"result\":"
                + RESULT
                + "}");
      }
    }
  }

  /** As little as one can write over the JDK's WebSocket. */
  private static final class BareSocket implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    BareSocket(String server, String path) {
      this.socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(URI.create(server.replace("http", "ws") + path), this)
              .join();
    }

    void send(String text) {
      socket.sendText(text, true).join();
    }

    String next() throws IOException, InterruptedException {
      String frame = frames.poll(10, TimeUnit.SECONDS);
      if (frame == null) {
        throw new IOException("Nothing came");
      }
      return frame;
    }

    static void requireRows(String json, String path) throws IOException {
      if (JSON.readTree(json).at(path).size() != 1) {
        throw new IOException("No rows in " + json);
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean complete) {
      partial.append(data);
      if (complete) {
        frames.add(partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
