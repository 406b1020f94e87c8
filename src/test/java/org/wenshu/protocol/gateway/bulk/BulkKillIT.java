package org.wenshu.protocol.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.TestingDatabase;
import org.wenshu.launcher.EmbeddedDatabase;

/** Imports whose server does not live to their end. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@Tag("own-server")
class BulkKillIT {
  private static final String REPORT = "Sec-WebSocket-Protocol: bulk-report.v1";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ALL = 200_000;
  private static final int PART = 500;

  private static String frame(int from, String collection) {
    return IntStream.range(from, from + PART)
        .mapToObj(i -> "{\"s\":\"urn:s" + i + "\",\"p\":\"urn:p\",\"o\":\"" + i + "\"}")
        .collect(
            Collectors.joining(
                ",", "{\"metadata\":{\"collection\":\"" + collection + "\"},\"triples\":[", "]}"));
  }

  private static BitSet stored(String collection) throws SQLException {
    String sql =
        "SELECT o FROM knowledge_triple t JOIN knowledge_collection c"
            + " ON c.id = t.collection_id WHERE c.name = '"
            + collection
            + "'";
    BitSet stored = new BitSet();
    int rows = 0;
    try (Connection connection = TestingDatabase.connectAsRoot(EmbeddedDatabase.STORE_SCHEMA);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        stored.set(row.getInt(1));
        rows++;
      }
    }
    assertThat(rows).as("none is there twice").isEqualTo(stored.cardinality());
    return stored;
  }

  private static Runnable sender(RawSocket socket, String collection) {
    return () -> {
      try {
        for (int from = 0; from < ALL; from += PART) {
          socket.send(frame(from, collection));
        }
      } catch (IOException killed) {
        throw new UncheckedIOException(killed);
      }
    };
  }

  @Test
  void losesNothingThatWasAcknowledgedWhenTheServerIsKilled() throws Exception {
    int told = 0;
    try (KillableServer server = KillableServer.start();
        RawSocket socket = server.open("import/triples", "", REPORT)) {
      Thread sender = new Thread(sender(socket, "killed"));
      sender.setUncaughtExceptionHandler((thread, killed) -> {});
      sender.start();
      while (told < ALL / 10) {
        JsonNode progress = JSON.readTree(socket.next());
        assertThat(progress.path("failed").asInt()).isZero();
        told = progress.path("stored").asInt();
      }
      server.kill();
      assertThat(socket.closeCode()).isEqualTo(1006);
      sender.join();
    }
    assertThat(told).as("killed in the middle").isLessThan(ALL);
    BitSet stored = stored("killed");
    assertThat(stored.nextClearBit(0)).as("all that was told").isGreaterThanOrEqualTo(told);

    try (KillableServer server = KillableServer.start();
        RawSocket socket = server.open("import/triples", "", REPORT)) {
      assertThat(stored("killed")).isEqualTo(stored);
      sender(socket, "killed").run();
      socket.send("{\"type\":\"end\"}");
      JsonNode result = JSON.readTree(socket.next());
      while (!result.path("type").asText().equals("result")) {
        result = JSON.readTree(socket.next());
      }
      assertThat(result.path("stored").asInt()).isEqualTo(ALL);
      assertThat(stored("killed").cardinality()).isEqualTo(ALL);
    }
  }

  @Test
  void storesWhatItHasReadWhenItIsStoppedInOrder() throws Exception {
    try (KillableServer server = KillableServer.start();
        RawSocket socket = server.open("import/triples", "", REPORT);
        RawSocket export = server.open("export/triples", "")) {
      for (int from = 0; from < 20_000; from += PART) {
        socket.send(frame(from, "stopped"));
      }
      String last = socket.next();
      server.stop();
      String told = "";
      while (!last.startsWith("close ")) {
        told = last;
        last = socket.next();
      }

      assertThat(last).isEqualTo("close 1012");
      JsonNode result = JSON.readTree(told);
      assertThat(result.path("type").asText()).isEqualTo("result");
      assertThat(stored("stopped").cardinality())
          .isGreaterThanOrEqualTo(result.path("stored").asInt());
      assertThat(result.path("stored").asInt()).isEqualTo(20_000);
      // It was not read from, so that no close may have come through; but never a success.
      assertThat(export.closeCode()).isIn(1006, 1012);
    }
  }
}
