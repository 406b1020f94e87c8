package org.wenshu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

/**
 * A thousand connections to {@code /mcp}, of which fifty ask for two minutes, while others never
 * read, send too much and vanish. A failed request fails the run.
 */
final class HeldConnections {
  private static final int HELD = 1_000;
  private static final int ASKING = 50;
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 120));
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final int TOO_MUCH = 11 << 20;
  private static final List<String> QUESTIONS =
      List.of("查询所有用户信息", "统计每个状态的订单数量", "一共有多少个部门", "价格最高的5个产品");

  private final WenshuServer server;
  private final Figures figures = new Figures();

  private HeldConnections(WenshuServer server) {
    this.server = server;
  }

  /** Runs, prints the figures and keeps them beside the other results. */
  static void runAndPrint(Path work) throws Exception {
    Map<String, String> properties =
        Map.of(
            "wenshu.rag.max-connections",
            Integer.toString(HELD + 100),
            // The whole heap is resident from the start, so that what grows is not part of it.
            "wenshu.server.jvm-options",
            "-Xms512m -XX:+AlwaysPreTouch");
    try (BenchDatabase database = BenchDatabase.start(work);
        WenshuServer server = WenshuServer.start(work, database, QUESTIONS.get(0), properties)) {
      String table = new HeldConnections(server).run();
      System.out.println(table);
      Files.writeString(work.resolve("held.md"), table);
    }
  }

  private String run() throws Exception {
    load("the same without the others, p95, ms", WARM_UP);
    double live = server.process().liveMegabytes();
    double resident = server.process().residentMegabytes();
    List<RagClient> held = new ArrayList<>();
    try {
      for (int i = 0; i < HELD - ASKING; i++) {
        held.add(client(i));
      }
      long end = System.nanoTime() + TIME.toNanos();
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> keepAlive(held, end));
      CompletableFuture<Void> misbehaviour = CompletableFuture.runAsync(this::misbehave);
      load("a question, 50 asking of 1,000, p95, ms", TIME);
      CompletableFuture.allOf(waiting, misbehaviour).join();
      for (RagClient client : held) {
        client.ask();
      }
      figures.add("live heap grown by, MB", server.process().liveMegabytes() - live);
      figures.add(
          "memory outside of the heap grown by, MB",
          server.process().residentMegabytes() - resident);
    } finally {
      for (RagClient client : held) {
        client.close();
      }
    }
    return figures.table();
  }

  private void load(String name, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(ASKING);
    try {
      List<Future<List<Double>>> asking = new ArrayList<>();
      for (int i = 0; i < ASKING; i++) {
        RagClient client = client(i);
        asking.add(threads.submit(until(end, client)));
      }
      List<Double> millis = new ArrayList<>();
      for (Future<List<Double>> one : asking) {
        millis.addAll(one.get());
      }
      double[] all = millis.stream().flatMapToDouble(DoubleStream::of).toArray();
      figures.add(name, Figures.percentile(all, 0.95));
      figures.add(name.replace("p95, ms", "answers/s"), all.length / (double) time.toSeconds());
    } finally {
      threads.shutdownNow();
    }
  }

  private RagClient client(int i) throws IOException {
    return new RagClient(server.port(), QUESTIONS.get(i % QUESTIONS.size()));
  }

  private static Callable<List<Double>> until(long end, RagClient client) {
    return () -> {
      List<Double> millis = new ArrayList<>();
      try (client) {
        while (System.nanoTime() < end) {
          long start = System.nanoTime();
          client.ask();
          millis.add((System.nanoTime() - start) / 1e6);
        }
      }
      return millis;
    };
  }

  private static void keepAlive(List<RagClient> held, long end) {
    try {
      while (System.nanoTime() < end) {
        for (RagClient client : held) {
          client.keepAlive();
        }
        Thread.sleep(1_000);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("A connection that was held is lost", e);
    }
  }

  /** What such clients get is told by the tests; here they must not matter to the others. */
  private void misbehave() {
    try (RagClient deaf = client(0)) {
      long end = System.nanoTime() + TIME.toNanos() * 3 / 4;
      while (System.nanoTime() < end) {
        flood(deaf);
        tellTooMuch();
        try (RagClient vanishing = client(0)) {
          vanishing.send();
        }
        Thread.sleep(1_000);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void flood(RagClient deaf) {
    try {
      for (int i = 0; i < 10; i++) {
        deaf.send();
      }
    } catch (IOException closed) {
      // it is shut out sooner or later, which is right
    }
  }

  private void tellTooMuch() throws IOException {
    try (RagClient loud = client(0)) {
      loud.sendText("x".repeat(TOO_MUCH));
    } catch (IOException closed) {
      // so is this one
    }
  }
}
