package org.wenshu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.bulk.BulkClient;
import org.wenshu.client.gateway.bulk.ExportOptions;
import org.wenshu.client.gateway.bulk.ImportOptions;
import org.wenshu.client.gateway.bulk.ImportResult;
import org.wenshu.client.gateway.bulk.Items;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.data.Value;

/**
 * Measures bulk import and export through the Java client, which makes the items as they are sent,
 * beside a bare socket whose frames were made beforehand, in turns; and what the client keeps in
 * memory halfway through.
 */
final class TransferBenchmarks {
  private static final String FLOW = "default";
  private static final String QUESTION = System.getProperty("bench.question", "一共有多少个部门");
  private static final int TRIPLES = Integer.getInteger("bench.triples", 200_000);
  private static final int EMBEDDINGS = Integer.getInteger("bench.embeddings", 20_000);
  private static final int DIMENSION = 384;
  private static final int WARM_UPS = 4;
  private static final int POOL = 400;
  private static final int[] SIZES = {10_000, 100_000, 1_000_000};
  private static final double MEGABYTE = 1024 * 1024;

  private final Path work;
  private final int turns;
  private final Figures figures = new Figures();
  private final float[][] vectors = new float[POOL][DIMENSION];

  private TransferBenchmarks(Path work, int turns) {
    this.work = work;
    this.turns = turns;
    Random random = new Random(11);
    for (float[] vector : vectors) {
      for (int j = 0; j < DIMENSION; j++) {
        vector[j] = (float) (random.nextGaussian() / 20);
      }
    }
  }

  static void runAndPrint(Path work, int turns) throws Exception {
    String report = new TransferBenchmarks(work, turns).run();
    System.out.println(report);
    Files.writeString(work.resolve("transfer.md"), report);
  }

  private String run() throws Exception {
    try (BenchDatabase database = BenchDatabase.start(work);
        WenshuServer server = WenshuServer.start(work, database, QUESTION, WenshuServer.FOR_LONG);
        Wenshu wenshu = Wenshu.connect("http://127.0.0.1:" + server.port())) {
      BulkClient bulk = wenshu.gateway().bulk();
      for (int round = 0; round < WARM_UPS; round++) {
        importTriples(bulk, "warm", 100_000);
        importEmbeddings(bulk, "warm", 20_000);
        exportTriples(bulk, "warm");
      }
      for (int turn = 1; turn <= turns; turn++) {
        System.out.println("Turn " + turn + " of " + turns);
        measure(server, bulk, turn);
      }
      for (int size : SIZES) {
        measureMemory(bulk, size);
      }
    }
    return "\n" + figures.table();
  }

  private void measure(WenshuServer server, BulkClient bulk, int turn) throws IOException {
    List<byte[]> frames = BulkBenchmarks.tripleFrames(TRIPLES, "bare" + turn);
    double bare = TRIPLES / BulkBenchmarks.load(server, "triples", frames);
    figures.add("triples imported by a bare socket, per second", bare);
    double triples = TRIPLES / importTriples(bulk, "t" + turn, TRIPLES);
    figures.add("triples imported by the client, per second", triples);
    figures.add("the client beside the bare socket", triples / bare);
    double embeddings = EMBEDDINGS / importEmbeddings(bulk, "e" + turn, EMBEDDINGS);
    figures.add("embeddings of 384 floats imported by the client, per second", embeddings);
    double exported = TRIPLES / exportTriples(bulk, "t" + turn);
    figures.add("triples exported by the client, per second", exported);
  }

  private void measureMemory(BulkClient bulk, int size) throws IOException {
    String name = "m" + size;
    Halfway half = new Halfway(size);
    long start = System.nanoTime();
    Stream<Triple> items = triples(size).peek(item -> half.count());
    requireAll(bulk.importTriples(FLOW, Items.of(items), into(name)), size);
    figures.add("seconds to import " + size, seconds(start));
    figures.add("live heap halfway through importing " + size + ", MB", half.liveMegabytes());
    Halfway back = new Halfway(size);
    start = System.nanoTime();
    try (ItemStream<Triple> export = bulk.exportTriples(FLOW, from(name))) {
      export.forEach(item -> back.count());
    }
    figures.add("seconds to export " + size, seconds(start));
    figures.add("live heap halfway through exporting " + size + ", MB", back.liveMegabytes());
  }

  private static double importTriples(BulkClient bulk, String collection, int count)
      throws IOException {
    long start = System.nanoTime();
    requireAll(bulk.importTriples(FLOW, Items.of(triples(count)), into(collection)), count);
    return seconds(start);
  }

  private double importEmbeddings(BulkClient bulk, String collection, int count)
      throws IOException {
    Stream<EntityEmbeddings> items =
        IntStream.range(0, count)
            .mapToObj(i -> EntityEmbeddings.of("http://example.org/term/" + i, vectors[i % POOL]));
    long start = System.nanoTime();
    requireAll(bulk.importGraphEmbeddings(FLOW, Items.of(items), into(collection)), count);
    return seconds(start);
  }

  private static double exportTriples(BulkClient bulk, String collection) {
    long start = System.nanoTime();
    try (ItemStream<Triple> export = bulk.exportTriples(FLOW, from(collection))) {
      long chars = 0;
      for (Triple triple : export) {
        chars += triple.o().text().length();
      }
      if (chars == 0) {
        throw new IllegalStateException("Nothing was exported");
      }
    }
    return seconds(start);
  }

  private static Stream<Triple> triples(int count) {
    return IntStream.range(0, count).mapToObj(TransferBenchmarks::triple);
  }

  private static Triple triple(int i) {
    return new Triple(
        Value.uri("http://example.org/term/" + i / 6),
        Value.uri("http://example.org/property/" + i % 12),
        Value.literal("what is told of it, " + i));
  }

  private static ImportOptions into(String collection) {
    return ImportOptions.defaults().user("bench").collection(collection);
  }

  private static ExportOptions from(String collection) {
    return ExportOptions.defaults().user("bench").collection(collection);
  }

  /** All is durable when the server says so. */
  private static void requireAll(ImportResult result, long count) throws IOException {
    if (result.stored().orElse(0) != count) {
      throw new IOException("Not everything was stored: " + result);
    }
  }

  private static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  /** Looks at the heap of this process once, halfway. */
  private static final class Halfway {
    private final int half;
    private int seen;
    private double live;

    Halfway(int size) {
      this.half = size / 2;
    }

    @SuppressWarnings("SystemGc") // What is live is what a collection leaves.
    void count() {
      if (++seen == half) {
        System.gc();
        live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
      }
    }

    double liveMegabytes() {
      return live;
    }
  }
}
