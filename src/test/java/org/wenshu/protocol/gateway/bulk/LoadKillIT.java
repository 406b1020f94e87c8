package org.wenshu.protocol.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.TestingDatabase;
import org.wenshu.knowledge.library.Chunker;
import org.wenshu.launcher.EmbeddedDatabase;

/** Texts whose server dies after it has accepted them. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@Tag("own-server")
class LoadKillIT {
  private static final int DOCUMENTS = 40;
  private static final int SENTENCES = 3_000;
  private static final String MINE =
      " JOIN knowledge_collection c ON c.id = t.collection_id WHERE c.owner = 'loads'";

  private static String text(int document) {
    return IntStream.range(0, SENTENCES)
        .mapToObj(i -> "Sentence " + i + " of document " + document + " tells of bolts.")
        .collect(Collectors.joining(" "));
  }

  private static void load(KillableServer server, int document) throws Exception {
    String data =
        Base64.getEncoder().encodeToString(text(document).getBytes(StandardCharsets.UTF_8));
    String answer =
        server.call(
            "text-load",
            "{\"id\":\"d"
                + document
                + "\",\"user\":\"loads\",\"collection\":\"killed\",\"text\":\""
                + data
                + "\",\"metadata\":[{\"s\":\"urn:d"
                + document
                + "\",\"p\":\"urn:about\",\"o\":\"bolts\"}]}");
    assertThat(answer).isEqualTo("200 {}");
  }

  private static int count(String sql) throws SQLException {
    try (Connection connection = TestingDatabase.connectAsRoot(EmbeddedDatabase.STORE_SCHEMA);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static int waiting() throws SQLException {
    return count("SELECT COUNT(*) FROM library_arrival WHERE collection_owner = 'loads'");
  }

  @Test
  void storesEveryAcceptedTextOnceAfterTheServerWasKilled() throws Exception {
    try (KillableServer server = KillableServer.start()) {
      for (int document = 0; document < DOCUMENTS; document++) {
        load(server, document);
      }
      server.kill();
    }
    assertThat(waiting()).as("accepted and not stored").isPositive();

    try (KillableServer one = KillableServer.start();
        KillableServer other = KillableServer.start()) {
      while (waiting() > 0) {
        assertThat(one.isAlive() && other.isAlive()).isTrue();
        Thread.sleep(200);
      }
    }
    int pieces =
        IntStream.range(0, DOCUMENTS)
            .map(document -> Chunker.standard().cut(text(document)).size())
            .sum();
    assertThat(count("SELECT COUNT(*) FROM knowledge_chunk t" + MINE)).isEqualTo(pieces);
    assertThat(count("SELECT COUNT(*) FROM knowledge_document_embedding t" + MINE))
        .isEqualTo(pieces);
    assertThat(count("SELECT COUNT(DISTINCT chunk_id) FROM knowledge_document_embedding t" + MINE))
        .isEqualTo(pieces);
    assertThat(count("SELECT COUNT(*) FROM knowledge_triple t" + MINE)).isEqualTo(DOCUMENTS);
    assertThat(count("SELECT COUNT(*) FROM library_arrival_part")).isZero();
  }
}
