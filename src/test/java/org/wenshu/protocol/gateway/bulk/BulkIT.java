package org.wenshu.protocol.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.wenshu.TestingDatabase;
import org.wenshu.WenshuDeployment;
import org.wenshu.knowledge.CoreId;
import org.wenshu.knowledge.CorePart;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;
import org.wenshu.launcher.EmbeddedDatabase;
import org.wenshu.protocol.ws.InContainerSession;

/** Bulk import and export through real sockets of the built WAR. */
class BulkIT extends WenshuDeployment {
  private static final String REPORT = "Sec-WebSocket-Protocol: bulk-report.v1";
  private static final Duration BRIEFLY = Duration.ofMillis(300);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @BeforeAll
  static void awaitServer() throws Exception {
    for (int attempt = 0; attempt < 200; attempt++) {
      try (RawSocket socket = open("import/triples", "")) {
        if (socket.status() == 101) {
          socket.sendClose(1000);
          return;
        }
      } catch (IOException notYet) {
        // The server does not listen yet.
      }
      Thread.sleep(300);
    }
    throw new AssertionError("The server did not become ready");
  }

  private static RawSocket open(String path, String search, String... headers) throws IOException {
    return RawSocket.connect(
        InContainerSession.port(),
        "/api/v1/flow/default/" + path + "?token=" + InContainerSession.TOKEN + search,
        headers);
  }

  private static long count(String table, String collection) throws SQLException {
    String sql =
        "SELECT COUNT(*) FROM knowledge_"
            + table
            + " t JOIN knowledge_collection c ON c.id = t.collection_id WHERE c.name = ?";
    try (Connection connection = TestingDatabase.connectAsRoot(EmbeddedDatabase.STORE_SCHEMA);
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, collection);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void awaitCount(String table, String collection, long expected) throws Exception {
    for (int attempt = 0; attempt < 100 && count(table, collection) < expected; attempt++) {
      Thread.sleep(100);
    }
    assertThat(count(table, collection)).as(collection).isEqualTo(expected);
  }

  private static String triples(int from, int to, String collection) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                "{\"s\":{\"v\":\"urn:s"
                    + i
                    + "\",\"e\":true},\"p\":{\"v\":\"urn:p\",\"e\":true},\"o\":{\"v\":\"值 "
                    + i
                    + "\",\"e\":false}}")
        .collect(
            Collectors.joining(
                ",",
                "{\"metadata\":{\"user\":\"u\",\"collection\":\""
                    + collection
                    + "\"},\"triples\":[",
                "]}"));
  }

  private static JsonNode result(RawSocket socket) throws IOException {
    socket.send("{\"type\":\"end\"}");
    while (true) {
      JsonNode told = JSON.readTree(socket.next());
      if (told.path("type").asText().equals("result")) {
        assertThat(socket.closeCode()).isEqualTo(1000);
        return told;
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default/import/triples|101",
        "none/import/triples|404",
        "default/import/magic|404",
        "default/export/objects|404",
        "default/export/triples|101"
      })
  void opensForKnownFlowsAndKindsOnly(String path, int status) throws Exception {
    String address = "/api/v1/flow/" + path;
    String token = "?token=" + InContainerSession.TOKEN;
    try (RawSocket socket = RawSocket.connect(InContainerSession.port(), address + token)) {
      assertThat(socket.status()).isEqualTo(status);
    }
    for (String wrong : List.of("", "?token=wrong")) {
      try (RawSocket socket = RawSocket.connect(InContainerSession.port(), address + wrong)) {
        assertThat(socket.status()).isEqualTo(401);
      }
    }
  }

  @Test
  void storesWhatUnawareClientsSendAndSaysNothing() throws Exception {
    try (RawSocket socket = open("import/triples", "&user=u&collection=flat")) {
      for (int i = 0; i < 2_000; i++) {
        socket.send("{\"s\":\"http://x/" + i + "\",\"p\":\"urn:p\",\"o\":\"text\"}");
      }
      socket.send("nonsense");
      socket.send("{\"s\":\"http://x/last\",\"p\":\"urn:p\",\"o\":\"text\"}");
      assertThat(socket.next(BRIEFLY)).isNull();
      socket.sendClose(1000);
      assertThat(socket.next()).isEqualTo("close 1000");
    }
    awaitCount("triple", "flat", 2_001);
  }

  @Test
  void storesWhatWasReadBeforeTheClientWasGone() throws Exception {
    try (RawSocket socket = open("import/triples", "&collection=gone")) {
      for (int i = 0; i < 4_000; i++) {
        socket.send("{\"s\":\"http://x/" + i + "\",\"p\":\"urn:p\",\"o\":\"text\"}");
      }
    }
    awaitCount("triple", "gone", 4_000);
  }

  @Test
  void tellsAwareClientsWhatBecameOfEachItem() throws Exception {
    try (RawSocket socket = open("import/triples", "", REPORT)) {
      assertThat(socket.protocol()).isEqualTo("bulk-report.v1");
      socket.send(triples(0, 25_000, "told"));
      socket.send(triples(0, 1_000, "told"));
      socket.send("{\"triples\":[{\"s\":\"s\"}],\"metadata\":{\"collection\":\"told\"}}");
      socket.send("{\"s\":");

      JsonNode result = result(socket);

      assertThat(result.path("received").asInt()).isEqualTo(26_002);
      assertThat(result.path("stored").asInt()).isEqualTo(26_000);
      assertThat(result.path("failed").asInt()).isEqualTo(2);
      assertThat(result.path("errors")).hasSize(2);
      assertThat(result.path("errors").path(0).path("index").asInt()).isEqualTo(26_000);
      assertThat(result.path("truncated").asBoolean()).isFalse();
      assertThat(count("triple", "told")).isEqualTo(25_000);
    }
  }

  @Test
  void refusesBadVectorsOneByOne() throws Exception {
    try (RawSocket socket = open("import/graph-embeddings", "&collection=bad", REPORT)) {
      socket.send("{\"entity\":\"urn:a\",\"embedding\":[1,2,3]}");
      socket.send("{\"entity\":\"urn:b\",\"embedding\":[1,2]}");
      socket.send("{\"entity\":\"urn:c\",\"embedding\":[NaN,1,2]}");
      socket.send("{\"entity\":\"urn:d\",\"embedding\":[1e60,1,2]}");
      socket.send("{\"entity\":\"urn:e\",\"embedding\":[]}");
      socket.send(
          "{\"entities\":[{\"entity\":{\"v\":\"urn:f\",\"e\":true},\"vectors\":[[3,2,1]]}]}");

      JsonNode result = result(socket);

      assertThat(result.path("stored").asInt()).isEqualTo(2);
      assertThat(result.path("errors").findValuesAsText("index"))
          .containsExactly("1", "2", "3", "4");
      assertThat(count("graph_embedding", "bad")).isEqualTo(2);
    }
  }

  @Test
  void takesEveryKind() throws Exception {
    send("document-embeddings", "{\"id\":\"d1\",\"embedding\":[1,2],\"chunk\":\"文\"}");
    send("entity-contexts", "{\"entity\":\"urn:a\",\"context\":\"told\"}");
    send("objects", "{\"name\":\"n\",\"price\":3}");
    send("rows", "{\"name\":\"n\",\"price\":4}");

    assertThat(count("document_embedding", "kinds")).isEqualTo(1);
    assertThat(count("entity_context", "kinds")).isEqualTo(1);
    assertThat(count("row", "kinds")).isEqualTo(2);
  }

  private static void send(String kind, String frame) throws IOException {
    try (RawSocket socket = open("import/" + kind, "&collection=kinds&schema=t", REPORT)) {
      socket.send(frame);
      assertThat(result(socket).path("stored").asInt()).as(kind).isEqualTo(1);
    }
  }

  @Test
  void exportsWhatCanBeImportedAgain() throws Exception {
    try (RawSocket socket = open("import/triples", "", REPORT)) {
      socket.send(triples(0, 3_000, "there"));
      result(socket);
    }
    List<String> both = export("triples", "&user=u&collection=there");
    List<String> batch = export("triples", "&user=u&collection=there&form=batch");
    List<String> flat = export("triples", "&user=u&collection=there&form=flat");

    assertThat(both).hasSize(3_000).doesNotHaveDuplicates();
    JsonNode first = JSON.readTree(both.get(0));
    assertThat(first.path("s").asText()).startsWith("urn:s");
    assertThat(first.path("triples").path(0).path("o").path("e").asBoolean(true)).isFalse();
    assertThat(first.path("metadata").path("collection").asText()).isEqualTo("there");
    assertThat(batch.size()).isBetween(2, 10);
    assertThat(batch).allMatch(frame -> frame.length() < 512 * 1024);
    assertThat(JSON.readTree(flat.get(0)).has("triples")).isFalse();
    assertThat(export("triples", "&collection=there")).isEqualTo(both);
    assertThat(export("triples", "&collection=nowhere")).isEmpty();
    try (RawSocket socket = open("import/triples", "", REPORT)) {
      for (String frame : batch) {
        socket.send(frame.replace("\"collection\":\"there\"", "\"collection\":\"back\""));
      }
      result(socket);
    }
    assertThat(export("triples", "&collection=back"))
        .isEqualTo(both.stream().map(f -> f.replace(":\"there\"", ":\"back\"")).toList());
  }

  @Test
  void exportsTheOtherKinds() throws Exception {
    send("graph-embeddings", "{\"entity\":\"urn:a\",\"embedding\":[1,2.5]}");
    send("document-embeddings", "{\"id\":\"d2\",\"embedding\":[1,2.5]}");
    send("entity-contexts", "{\"entity\":\"urn:a\",\"context\":\"told\"}");

    JsonNode entity = JSON.readTree(export("graph-embeddings", "&collection=kinds").get(0));
    JsonNode context = JSON.readTree(export("entity-contexts", "&collection=kinds").get(0));
    JsonNode piece = JSON.readTree(last(export("document-embeddings", "&collection=kinds")));

    assertThat(entity.path("entity").asText()).isEqualTo("urn:a");
    assertThat(entity.path("embedding").path(1).asDouble()).isEqualTo(2.5);
    assertThat(entity.path("entities").path(0).path("vectors").path(0)).hasSize(2);
    assertThat(context.path("context").asText()).isEqualTo("told");
    assertThat(piece.path("id").asText()).isEqualTo("d2");
    assertThat(piece.path("chunks").path(0).path("vectors").path(0)).hasSize(2);
  }

  private static String last(List<String> frames) {
    return frames.get(frames.size() - 1);
  }

  private static List<String> export(String kind, String search) throws IOException {
    List<String> frames = new ArrayList<>();
    try (RawSocket socket = open("export/" + kind, search)) {
      for (String frame = socket.next(); ; frame = socket.next()) {
        if (frame.startsWith("close ")) {
          assertThat(frame).isEqualTo("close 1000");
          return frames;
        }
        frames.add(frame);
      }
    }
  }

  @Test
  void waitsForWhoReadsAnExportSlowly() throws Exception {
    try (RawSocket socket = open("import/triples", "", REPORT)) {
      for (int i = 0; i < 40_000; i += 1_000) {
        socket.send(triples(i, i + 1_000, "slow"));
      }
      result(socket);
    }
    try (RawSocket socket = open("export/triples", "&collection=slow")) {
      Thread.sleep(6_000);
      socket.hesitate(Duration.ofMillis(20));
      int frames = 0;
      String last = socket.next();
      while (!last.startsWith("close ")) {
        frames++;
        last = socket.next();
      }
      assertThat(frames).isEqualTo(40_000);
      assertThat(last).isEqualTo("close 1000");
    }
  }

  @Test
  void takesAMessageOfTensOfMegabytesAndRefusesOneOfAHundred() throws Exception {
    try (RawSocket socket = open("import/triples", "&collection=large", REPORT)) {
      String spaces = " ".repeat(20 << 20);
      socket.send("{" + spaces + "\"s\":\"urn:a\",\"p\":\"urn:p\",\"o\":\"o\"}");
      assertThat(result(socket).path("stored").asInt()).isEqualTo(1);
    }
    try (RawSocket socket = open("import/triples", "&collection=large")) {
      assertThat(refusal(socket)).isIn(1009, 1006);
    }
    assertThat(count("triple", "large")).isEqualTo(1);
  }

  /** A server may close before it has read it all; the client may then not see the code. */
  private static int refusal(RawSocket socket) throws IOException {
    try {
      socket.sendBeginning(100L << 20, 100L << 20);
    } catch (SocketException closed) {
      return 1006;
    }
    return socket.closeCode();
  }

  @Test
  void answersPingsAndToleratesSilence() throws Exception {
    try (RawSocket socket = open("import/triples", "&collection=silent", REPORT)) {
      socket.send("{\"s\":\"urn:a\",\"p\":\"urn:p\",\"o\":\"before\"}");
      socket.ping();
      assertThat(socket.awaitPong()).isTrue();
      Thread.sleep(35_000);
      assertThat(count("triple", "silent")).isEqualTo(1);
      socket.send("{\"s\":\"urn:a\",\"p\":\"urn:p\",\"o\":\"after\"}");
      assertThat(result(socket).path("stored").asInt()).isEqualTo(2);
    }
  }

  @Test
  void movesCoresOverHttp() throws Exception {
    try (MessageBufferPacker core = MessagePack.newDefaultBufferPacker()) {
      CoreWriter writer = new CoreWriter(core, new CoreId("other", "other"));
      Triple triple = new Triple(Value.uri("urn:a"), Value.uri("urn:p"), Value.literal("文"));
      writer.write(new CorePart(List.of(triple), List.of()));
      writer.write(
          new CorePart(
              List.of(), List.of(new EntityVector(Value.uri("urn:a"), Vector.of(1, 0.5f)))));
      core.packArrayHeader(2).packString("unknown").packMapHeader(0);

      assertThat(http("import-core?id=c1&user=u", core.toByteArray()).statusCode()).isEqualTo(200);
      assertThat(http("import-core?id=c1", core.toByteArray()).statusCode()).isEqualTo(400);
      assertThat(http("import-core?id=c2&user=u", new byte[] {1}).statusCode()).isEqualTo(500);
    }
    HttpResponse<byte[]> exported = http("export-core?id=c1&user=u", null);
    assertThat(exported.statusCode()).isEqualTo(200);
    try (MessageUnpacker messages = MessagePack.newDefaultUnpacker(exported.body())) {
      assertThat(CoreReader.read(messages).orElseThrow().triples().get(0).o().v()).isEqualTo("文");
      assertThat(CoreReader.read(messages).orElseThrow().entities().get(0).vector().at(1))
          .isEqualTo(0.5f);
      assertThat(messages.hasNext()).isFalse();
    }
  }

  private static HttpResponse<byte[]> http(String path, byte[] body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + InContainerSession.port() + "/api/v1/" + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + InContainerSession.TOKEN);
    if (body != null) {
      request.POST(BodyPublishers.ofByteArray(body));
    }
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request.build(), BodyHandlers.ofByteArray());
  }

  @Test
  void opensSoManySocketsAndNotOneMore() throws Exception {
    List<RawSocket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        RawSocket socket = awaitOpen();
        open.add(socket);
      }
      assertThat(statusOnceFull()).isEqualTo(503);
    } finally {
      for (RawSocket socket : open) {
        socket.sendClose(1000);
        socket.close();
      }
    }
    try (RawSocket again = awaitOpen()) {
      assertThat(again.status()).isEqualTo(101);
    }
  }

  /** The last that was let in may not be counted yet. */
  private static int statusOnceFull() throws Exception {
    int status = 0;
    for (int attempt = 0; attempt < 20 && status != 503; attempt++) {
      Thread.sleep(50);
      try (RawSocket ninth = open("import/triples", "")) {
        status = ninth.status();
      }
    }
    return status;
  }

  /** Sockets of earlier tests may not have been let go yet. */
  private static RawSocket awaitOpen() throws Exception {
    for (int attempt = 0; ; attempt++) {
      RawSocket socket = open("import/triples", "");
      if (socket.status() == 101 || attempt == 50) {
        return socket;
      }
      socket.close();
      Thread.sleep(100);
    }
  }
}
