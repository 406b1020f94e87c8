package org.wenshu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real-time feed of the started server: a thousand subscribers, clients that do not read, idle
 * ones, a live question of a thousand, and a bare broadcast beside it.
 */
final class FeedBenchmarks {
  private static final String QUESTION = "一共有多少个部门";
  private static final int SUBSCRIBERS = 1_000;
  private static final int IDLE = 5_000;
  private static final int SYMBOLS = 100;
  private static final int PER_SECOND = 1_000;
  private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
  private static final int BURST = 100;
  private static final int BOOKS = 100;
  private static final int FILLINGS = 60;
  private static final long SETTLE_MILLIS = 3_000;

  private final WenshuServer server;
  private final Figures figures = new Figures();

  private FeedBenchmarks(WenshuServer server) {
    this.server = server;
  }

  /** Runs, prints the figures and keeps them beside the other results. */
  static void runAndPrint(Path work) throws Exception {
    Map<String, String> properties =
        Map.of(
            "wenshu.ws.max-connections", "7000",
            "wenshu.feed.messages-per-second", "1000",
            "wenshu.sender.stall-timeout", "PT120S",
            "wenshu.feed.idle-timeout", "PT180S");
    try (BenchDatabase database = BenchDatabase.start(work);
        WenshuServer server = WenshuServer.start(work, database, QUESTION, properties)) {
      FeedBenchmarks benchmarks = new FeedBenchmarks(server);
      benchmarks.run();
      if (chosen("bare")) {
        benchmarks.broadcastBare(work, database);
      }
      String table = benchmarks.figures.table();
      System.out.println(table);
      Files.writeString(work.resolve("feed.md"), table);
    }
  }

  private void run() throws Exception {
    warmUp();
    if (chosen("load")) {
      try (FeedSwarm swarm = subscribers(SUBSCRIBERS, 1)) {
        load("1,000 subscribers, 1,000 updates/s", swarm, SUBSCRIBERS, 1);
      }
    }
    if (chosen("stalled")) {
      stalled();
    }
    if (chosen("five")) {
      try (FeedSwarm swarm = subscribers(SUBSCRIBERS, 5)) {
        load("the same with 5 symbols each", swarm, SUBSCRIBERS, 5);
      }
    }
    if (chosen("burst")) {
      burst();
    }
    if (chosen("live")) {
      live();
    }
    if (chosen("idle")) {
      idle();
    }
  }

  private static boolean chosen(String part) {
    return part.matches(System.getProperty("bench.feed", ".*"));
  }

  private void warmUp() throws Exception {
    try (FeedSwarm swarm = subscribers(SUBSCRIBERS, 1)) {
      ingest(10);
      Thread.sleep(SETTLE_MILLIS);
      System.out.println("Warmed up with " + swarm.frames() + " frames");
    }
  }

  /** Client i hears of the symbols from i on. */
  private FeedSwarm subscribers(int count, int symbolsEach) throws Exception {
    FeedSwarm swarm = new FeedSwarm(server.port(), "/ws");
    tell(0, SYMBOLS);
    for (int i = 0; i < count; i++) {
      swarm.add(subscription(i, symbolsEach));
    }
    Thread.sleep(SETTLE_MILLIS);
    swarm.reset();
    return swarm;
  }

  private static String subscription(int client, int symbolsEach) {
    StringBuilder symbols = new StringBuilder();
    for (int i = 0; i < symbolsEach; i++) {
      symbols.append(i > 0 ? "," : "").append("\"S").append((client + i) % SYMBOLS).append('"');
    }
    return "{\"type\":\"subscribe\",\"id\":\"bench\",\"symbols\":["
        + symbols
        + "],\"data_types\":[\"price\"],\"update_frequency\":\"realtime\",\"filters\":{}}";
  }

  private void load(String name, FeedSwarm swarm, int reading, int symbolsEach) throws Exception {
    double cpu = server.process().cpuSeconds();
    long began = System.nanoTime();
    ingest(SECONDS);
    double seconds = (System.nanoTime() - began) / 1e9;
    Thread.sleep(SETTLE_MILLIS);
    double used = server.process().cpuSeconds() - cpu;
    long expected = (long) PER_SECOND * SECONDS * reading / SYMBOLS * symbolsEach;
    figures.add(name + ", p50, ms", swarm.percentile(0.5));
    figures.add(name + ", p99, ms", swarm.percentile(0.99));
    figures.add(name + ", frames/s", swarm.frames() / seconds);
    figures.add(name + ", lost frames", (double) (expected - swarm.frames()));
    figures.add(name + ", CPU of the server, cores", used / seconds);
    figures.add(name + ", CPU a frame, µs", used * 1e6 / swarm.frames());
    figures.add(name + ", resident memory, MB", server.process().residentMegabytes());
  }

  /**
   * The stalled subscribe to one symbol as the others do. Before that they are sent so much of long
   * frames that nothing more fits into the connection; else they would have to be waited for.
   */
  private void stalled() throws Exception {
    int stalled = SUBSCRIBERS / 10;
    try (FeedSwarm swarm = subscribers(SUBSCRIBERS - stalled, 1)) {
      load("900, before 100 join that do not read", swarm, SUBSCRIBERS - stalled, 1);
      double memory = server.process().residentMegabytes();
      fill(1);
      for (int i = 0; i < stalled; i++) {
        swarm.addStalled(
            "{\"type\":\"subscribe\",\"id\":\"bench\",\"symbols\":[\"LONG\"],"
                + "\"data_types\":[\"orderbook\"],\"filters\":{\"levels\":20}}");
      }
      fill(FILLINGS);
      for (int i = 0; i < stalled; i++) {
        swarm.sendToStalled(i, subscription(i, 1));
      }
      Thread.sleep(SETTLE_MILLIS);
      swarm.reset();
      load("900 of 1,000, while 100 do not read", swarm, SUBSCRIBERS - stalled, 1);
      figures.add(
          "100 stalled, resident memory grown by, MB",
          server.process().residentMegabytes() - memory);
    }
  }

  /** Books of 40 levels, until what is taken in comes to more than the sockets hold. */
  private void fill(int times) throws IOException {
    String levels = "[100.25,1000000]" + ",[100.25,1000000]".repeat(19);
    StringBuilder items = new StringBuilder("{\"type\":\"ingest\",\"items\":[");
    for (int i = 0; i < BOOKS; i++) {
      items.append(i > 0 ? "," : "").append("{\"symbol\":\"LONG\",\"bids\":[").append(levels);
      items.append("],\"asks\":[").append(levels).append("]}");
    }
    try (QuestionSocket feeder = new QuestionSocket(server.port(), "/ws/ingest")) {
      for (int i = 0; i < times; i++) {
        feeder.send(items + "]}");
        feeder.receive();
      }
    }
  }

  /** One symbol to all, as fast as it goes. */
  private void burst() throws Exception {
    try (FeedSwarm swarm = new FeedSwarm(server.port(), "/ws")) {
      tell(0, 1);
      for (int i = 0; i < SUBSCRIBERS; i++) {
        swarm.add(subscription(0, 1));
      }
      Thread.sleep(SETTLE_MILLIS);
      for (int turn = 0; turn < 5; turn++) {
        swarm.reset();
        long began = System.nanoTime();
        double cpu = server.process().cpuSeconds();
        try (QuestionSocket feeder = new QuestionSocket(server.port(), "/ws/ingest")) {
          feeder.send(items(0, 1, BURST));
          feeder.receive();
        }
        await(swarm, (long) BURST * SUBSCRIBERS);
        double seconds = (swarm.lastNanos() - began) / 1e9;
        figures.add("burst of 100 to 1,000, frames/s", swarm.frames() / seconds);
        figures.add("burst, lost frames", (double) BURST * SUBSCRIBERS - swarm.frames());
        figures.add(
            "burst, CPU a frame, µs", (server.process().cpuSeconds() - cpu) * 1e6 / swarm.frames());
      }
    }
  }

  private static void await(FeedSwarm swarm, long expected) throws InterruptedException {
    long end = System.nanoTime() + 30_000_000_000L;
    while (swarm.frames() < expected && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    Thread.sleep(200);
  }

  /** The same frames by a loop over all sessions, in a server that does nothing else. */
  private void broadcastBare(Path work, BenchDatabase database) throws Exception {
    for (String way : new String[] {"text", "writer"}) {
      try (BareServer bare = BareServer.start(work, database);
          FeedSwarm swarm = new FeedSwarm(bare.port(), "/bare");
          QuestionSocket director = new QuestionSocket(bare.port(), "/bare")) {
        for (int i = 0; i < SUBSCRIBERS; i++) {
          swarm.add("hello");
        }
        Thread.sleep(SETTLE_MILLIS);
        for (int turn = 0; turn < 7; turn++) {
          swarm.reset();
          long began = System.nanoTime();
          double cpu = bare.process().cpuSeconds();
          director.send(way + " " + BURST);
          await(swarm, (long) BURST * SUBSCRIBERS);
          double seconds = (swarm.lastNanos() - began) / 1e9;
          if (turn >= 2) {
            figures.add("bare broadcast, " + way + ", frames/s", swarm.frames() / seconds);
            figures.add(
                "bare broadcast, " + way + ", CPU a frame, µs",
                (bare.process().cpuSeconds() - cpu) * 1e6 / swarm.frames());
          }
        }
      }
    }
  }

  private void live() throws Exception {
    try (FeedSwarm swarm = new FeedSwarm(server.port(), "/ws")) {
      for (int i = 0; i < SUBSCRIBERS; i++) {
        swarm.add("{\"type\":\"subscribe\",\"id\":\"live\",\"query\":\"" + QUESTION + "\"}");
      }
      Thread.sleep(2 * SETTLE_MILLIS);
      figures.add("live question, answered", (double) swarm.live());
      double before = executions();
      long began = System.nanoTime();
      Thread.sleep(10_000);
      double seconds = (System.nanoTime() - began) / 1e9;
      figures.add("live question of 1,000, runs a second", (executions() - before) / seconds);
    }
  }

  private double executions() throws IOException, InterruptedException {
    return figure("wenshu_live_executions_total");
  }

  private double figure(String name) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"))
            .build();
    String text =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    Matcher matcher = Pattern.compile("(?m)^" + name + " (\\S+)").matcher(text);
    if (!matcher.find()) {
      throw new IOException("No figure " + name);
    }
    return Double.parseDouble(matcher.group(1));
  }

  private void idle() throws Exception {
    double before = server.process().residentMegabytes();
    try (FeedSwarm swarm = new FeedSwarm(server.port(), "/ws")) {
      for (int i = 0; i < IDLE; i++) {
        swarm.add("{\"type\":\"heartbeat\"}");
      }
      Thread.sleep(4 * SETTLE_MILLIS);
      double cpu = server.process().cpuSeconds();
      Thread.sleep(30_000);
      figures.add("5,000 idle, closed by the server", (double) swarm.closed());
      figures.add("5,000 idle, CPU, cores", (server.process().cpuSeconds() - cpu) / 30);
      figures.add(
          "5,000 idle, resident memory grown by, MB",
          server.process().residentMegabytes() - before);
      figures.add("5,000 idle, resident memory, MB", server.process().residentMegabytes());
    }
  }

  /** So many seconds of ticks at an even rate, over all symbols in turn. */
  private void ingest(int seconds) throws IOException, InterruptedException {
    int each = PER_SECOND / 100;
    try (QuestionSocket feeder = new QuestionSocket(server.port(), "/ws/ingest")) {
      long began = System.nanoTime();
      for (int step = 0; step < seconds * 100; step++) {
        feeder.send(items(step * each % SYMBOLS, each, 1));
        feeder.receive();
        long due = began + (step + 1) * 10_000_000L;
        long left = due - System.nanoTime();
        if (left > 0) {
          Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
      }
    }
  }

  private void tell(int first, int count) throws IOException {
    try (QuestionSocket feeder = new QuestionSocket(server.port(), "/ws/ingest")) {
      feeder.send(items(first, count, 1));
      feeder.receive();
    }
  }

  /** Ticks of so many symbols, each so many times. */
  private static String items(int first, int symbols, int times) {
    StringBuilder text = new StringBuilder("{\"type\":\"ingest\",\"items\":[");
    long now = System.currentTimeMillis();
    for (int i = 0; i < symbols * times; i++) {
      text.append(i > 0 ? "," : "")
          .append("{\"symbol\":\"S")
          .append((first + i % symbols) % SYMBOLS);
      text.append("\",\"price\":").append(100 + i % 50).append(".25,\"prev_close\":100.00");
      text.append(",\"timestamp\":").append(now).append('}');
    }
    return text.append("]}").toString();
  }
}
