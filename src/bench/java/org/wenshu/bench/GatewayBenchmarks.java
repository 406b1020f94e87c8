package org.wenshu.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;

/** Measures the gateway's socket: many requests at once, and the way of a first piece. */
final class GatewayBenchmarks {
  private static final String QUESTION = "一共有多少个部门";
  private static final String ONE = "one request of 500 ms, ms";
  private static final String TEN = "ten requests of 500 ms on one socket, ms";
  private static final String FIRST = "gateway, first piece from model to client, p50, ms";
  private static final double MOST_OF_ONE = 1.1;
  private static final double MOST_MILLIS = 2;
  private static final int STREAMS = 300;

  private final Figures figures = new Figures();
  private volatile long firstSentAt;

  private GatewayBenchmarks() {}

  static void runAndPrint(Path work, int turns) throws Exception {
    String report = new GatewayBenchmarks().run(work, turns);
    System.out.println(report);
    Files.writeString(work.resolve("gateway.md"), report);
  }

  private String run(Path work, int turns) throws Exception {
    try (BenchDatabase database = BenchDatabase.start(work);
        ScriptedModelServer model = ScriptedModelServer.start()) {
      model.when("slow", ModelScript.slow(Duration.ofMillis(500), "done"));
      model.when(QUESTION, ModelScript.sql("SELECT COUNT(*) AS n FROM departments"));
      model.otherwise(this::stream);
      Map<String, String> properties =
          Map.of("wenshu.llm.base-url", model.baseUrl().toString(), "wenshu.llm.model", "scripted");
      try (WenshuServer server = WenshuServer.start(work, database, QUESTION, properties);
          GatewayClientSocket socket = new GatewayClientSocket(server.port())) {
        warmUp(socket);
        for (int turn = 0; turn < turns; turn++) {
          double one = slow(socket, 1);
          double ten = slow(socket, 10);
          figures.add(ONE, one);
          figures.add(TEN, ten);
          figures.add(FIRST, firstPiece(socket));
        }
      }
    }
    return report();
  }

  private void stream(org.wenshu.llm.ModelCall call) throws java.io.IOException {
    call.begin();
    firstSentAt = System.nanoTime();
    for (int piece = 0; piece < 40; piece++) {
      call.piece("word" + piece + " ");
    }
    call.end();
  }

  private static void warmUp(GatewayClientSocket socket) throws InterruptedException {
    for (int i = 0; i < 3_000; i++) {
      socket.complete(i, "quick", true);
      socket.awaitEnds(1);
    }
  }

  private static double slow(GatewayClientSocket socket, int count) throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      socket.complete(i, "slow", false);
    }
    socket.awaitEnds(count);
    return (System.nanoTime() - start) / 1e6;
  }

  private double firstPiece(GatewayClientSocket socket) throws InterruptedException {
    double[] millis = new double[STREAMS];
    for (int i = 0; i < STREAMS; i++) {
      socket.complete(i, "quick", true);
      millis[i] = (socket.next().nanos() - firstSentAt) / 1e6;
      socket.awaitEnds(1);
    }
    return Figures.percentile(millis, 0.5);
  }

  private String report() {
    double ratio = figures.median(TEN) / figures.median(ONE);
    double first = figures.median(FIRST);
    return String.format(
            Locale.ROOT,
            "%n| bound | measured | |%n| --- | ---: | --- |%n| ten at once : one ≤ %.1f | %.3f | %s"
                + " |%n| first piece p50, ms ≤ %.0f | %.3f | %s |%n%n",
            MOST_OF_ONE,
            ratio,
            ratio <= MOST_OF_ONE ? "held" : "MISSED",
            MOST_MILLIS,
            first,
            first <= MOST_MILLIS ? "held" : "MISSED")
        + figures.table();
  }
}
