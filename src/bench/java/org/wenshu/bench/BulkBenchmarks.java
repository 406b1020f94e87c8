package org.wenshu.bench;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.wenshu.knowledge.store.BareRows;
import org.wenshu.protocol.gateway.bulk.RawSocket;

/**
 * Measures bulk import and export over the socket beside a bare JDBC program that loads or reads
 * the same rows, in turns. Frames and rows are made beforehand, so that neither is waited for.
 */
final class BulkBenchmarks {
  private static final String REPORT = "Sec-WebSocket-Protocol: bulk-report.v1";
  private static final String QUESTION = System.getProperty("bench.question", "一共有多少个部门");
  private static final int TRIPLES = Integer.getInteger("bench.triples", 300_000);
  private static final int EMBEDDINGS = Integer.getInteger("bench.embeddings", 40_000);
  private static final int WARM_UPS = 4;
  private static final int FLAT = 50_000;
  private static final int TRIPLES_A_FRAME = 500;
  private static final int EMBEDDINGS_A_FRAME = 50;
  private static final int[] SIZES = {10_000, 100_000, 1_000_000};

  private final Path work;
  private final int turns;
  private final Figures figures = new Figures();
  private final BulkItems items = new BulkItems();

  private BulkBenchmarks(Path work, int turns) {
    this.work = work;
    this.turns = turns;
  }

  static void runAndPrint(Path work, int turns) throws Exception {
    String report = new BulkBenchmarks(work, turns).run();
    System.out.println(report);
    Files.writeString(work.resolve("bulk.md"), report);
  }

  private String run() throws Exception {
    try (BenchDatabase database = BenchDatabase.start(work);
        WenshuServer server = WenshuServer.start(work, database, QUESTION, WenshuServer.FOR_LONG);
        Connection bare = database.connectToStore()) {
      warmUp(server);
      for (int turn = 1; turn <= turns; turn++) {
        System.out.println("Turn " + turn + " of " + turns);
        measureTriples(server, bare, turn);
        measureEmbeddings(server, bare, turn);
      }
      measureMemory(server, bare);
    }
    return BulkReport.of(figures);
  }

  private void warmUp(WenshuServer server) throws IOException {
    System.out.println("Warming up");
    load(server, "triples", tripleFrames(100_000, "warm"));
    for (int round = 0; round < WARM_UPS; round++) {
      load(server, "triples", tripleFrames(100_000, "warm"));
      load(server, "graph-embeddings", embeddingFrames(20_000, "warm"));
      export(server, "warm", "batch");
      export(server, "warm", "both");
    }
  }

  private void measureTriples(WenshuServer server, Connection bare, int turn) throws Exception {
    BareRows rows = BareRows.triples(BulkItems.triples(0, TRIPLES));
    figures.add(BulkReport.BARE_TRIPLES, TRIPLES / bare(bare, rows, "knowledge_triple"));
    List<byte[]> frames = tripleFrames(TRIPLES, "t" + turn);
    figures.add(BulkReport.TRIPLES, TRIPLES / load(server, "triples", frames));
    figures.add(BulkReport.AGAIN, TRIPLES / load(server, "triples", frames));
    List<byte[]> flat = frames(FLAT, 1, i -> BulkItems.flatTriple(i));
    figures.add(BulkReport.FLAT_TRIPLES, FLAT / load(server, "triples", flat));
  }

  private void measureEmbeddings(WenshuServer server, Connection bare, int turn) throws Exception {
    BareRows rows = BareRows.embeddings(items.embeddings(0, EMBEDDINGS));
    figures.add(
        BulkReport.BARE_EMBEDDINGS, EMBEDDINGS / bare(bare, rows, "knowledge_graph_embedding"));
    List<byte[]> frames = embeddingFrames(EMBEDDINGS, "e" + turn);
    figures.add(BulkReport.EMBEDDINGS, EMBEDDINGS / load(server, "graph-embeddings", frames));
  }

  private void measureMemory(WenshuServer server, Connection bare) throws Exception {
    for (int size : SIZES) {
      load(server, "triples", tripleFrames(size, "m" + size));
      figures.add(
          "resident memory after " + size + " more triples, MB",
          server.process().residentMegabytes());
      figures.add(
          "live heap after " + size + " more triples, MB", server.process().liveMegabytes());
    }
    int most = SIZES[SIZES.length - 1];
    for (int turn = 0; turn < turns; turn++) {
      figures.add(BulkReport.BARE_READ, most / read(bare, "m" + most));
      figures.add(BulkReport.EXPORT, most / export(server, "m" + most, "batch"));
      figures.add(BulkReport.EXPORT_SINGLE, most / export(server, "m" + most, "both"));
    }
    figures.add("resident memory after exports, MB", server.process().residentMegabytes());
  }

  static List<byte[]> tripleFrames(int count, String collection) {
    return frames(
        count,
        TRIPLES_A_FRAME,
        from -> BulkItems.tripleFrame(from, from + TRIPLES_A_FRAME, collection));
  }

  private List<byte[]> embeddingFrames(int count, String collection) {
    return frames(
        count,
        EMBEDDINGS_A_FRAME,
        from -> items.embeddingFrame(from, from + EMBEDDINGS_A_FRAME, collection));
  }

  private static List<byte[]> frames(int count, int step, IntFunction<String> frame) {
    List<byte[]> frames = new ArrayList<>();
    for (int from = 0; from < count; from += step) {
      frames.add(RawSocket.frame(frame.apply(from)));
    }
    return frames;
  }

  /** Seconds from the first frame to the result, when all is durable. */
  static double load(WenshuServer server, String kind, List<byte[]> frames) throws IOException {
    String path = "/api/v1/flow/default/import/" + kind + "?user=bench&collection=flat";
    try (RawSocket socket = RawSocket.connect(server.port(), path, REPORT)) {
      long start = System.nanoTime();
      for (byte[] frame : frames) {
        socket.send(frame);
      }
      socket.send("{\"type\":\"end\"}");
      String told = socket.next();
      while (!told.contains("\"result\"")) {
        told = socket.next();
      }
      if (!told.contains("\"failed\":0")) {
        throw new IOException("Not everything was stored: " + told);
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** Seconds until the rows are in an empty table like that one. */
  private static double bare(Connection connection, BareRows rows, String table)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS bare_rows");
      statement.execute("CREATE TABLE bare_rows LIKE " + table);
      statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(rows.stream());
      long start = System.nanoTime();
      statement.execute(rows.statement("bare_rows"));
      double seconds = (System.nanoTime() - start) / 1e9;
      statement.execute("DROP TABLE bare_rows");
      return seconds;
    }
  }

  private static double export(WenshuServer server, String collection, String form)
      throws IOException {
    String path =
        "/api/v1/flow/default/export/triples?user=bench&collection=" + collection + "&form=" + form;
    long start = System.nanoTime();
    try (RawSocket socket = RawSocket.connect(server.port(), path)) {
      if (socket.closeCode() != 1000) {
        throw new IOException("The export was cut short");
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double read(Connection connection, String collection) throws SQLException {
    String sql =
        "SELECT uris, s, p, o FROM knowledge_triple WHERE collection_id ="
            + " (SELECT id FROM knowledge_collection WHERE name = '"
            + collection
            + "') ORDER BY s_hash, p_hash, o_hash";
    long start = System.nanoTime();
    long chars = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = statement.executeQuery(sql)) {
        while (row.next()) {
          chars += row.getInt(1);
          for (int column = 2; column <= 4; column++) {
            chars += row.getString(column).length();
          }
        }
      }
    }
    if (chars == 0) {
      throw new SQLException("Nothing was read");
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
