package org.wenshu.client.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenshu.WenshuDeployment;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.ReadyServer;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.Gateway;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.ChunkEmbeddings;
import org.wenshu.client.gateway.data.ConfigValue;
import org.wenshu.client.gateway.data.CorePart;
import org.wenshu.client.gateway.data.EntityContext;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.data.ObjectRow;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.data.Value;
import org.wenshu.client.gateway.error.LoadException;
import org.wenshu.client.gateway.error.RequestException;
import org.wenshu.client.gateway.error.UnexpectedException;
import org.wenshu.client.gateway.request.ObjectsRequest;
import org.wenshu.client.gateway.request.TriplesRequest;

/** What is imported through the client is stored, found and exported the same. */
class BulkSdkIT extends WenshuDeployment {
  private static final String FLOW = "default";
  private static final String USER = "sdk-core";
  private static final ImportOptions INTO =
      ImportOptions.defaults().user("sdk-bulk").collection("c");
  private static final ExportOptions FROM =
      ExportOptions.defaults().user("sdk-bulk").collection("c");
  private static Wenshu wenshu;

  @BeforeAll
  static void awaitServer() throws Exception {
    wenshu = ReadyServer.client();
    ReadyServer.awaitAnswer(
        () -> wenshu.gateway().flow().id(FLOW).triplesQuery(TriplesRequest.all().user("none")));
  }

  @AfterAll
  static void close() {
    wenshu.close();
  }

  private static Stream<Triple> triples(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                new Triple(
                    Value.uri("http://x/" + n),
                    Value.uri("http://x/名称"),
                    n % 2 == 0 ? Value.literal("http://looks/like") : Value.uri("urn:" + n)));
  }

  @Test
  void triplesComeBackAsTheyWent() {
    int count = 5000;
    ImportResult result =
        wenshu.gateway().bulk().importTriples(FLOW, Items.of(triples(count)), INTO);
    assertThat(result.sent()).isEqualTo(count);
    assertThat(result.stored()).hasValue(count);
    assertThat(result.failed()).hasValue(0);
    TriplesRequest one =
        TriplesRequest.all().user("sdk-bulk").collection("c").subject("http://x/42");
    List<Triple> expected = triples(43).skip(42).toList();
    assertThat(wenshu.gateway().flow().id(FLOW).triplesQuery(one)).isEqualTo(expected);
    assertThat(wenshu.gateway().socket().flow(FLOW).triplesQuery(one)).isEqualTo(expected);
    try (ItemStream<Triple> export = wenshu.gateway().bulk().exportTriples(FLOW, FROM)) {
      assertThat(export.stream()).containsExactlyInAnyOrderElementsOf(triples(count).toList());
    }
    try (ItemStream<Triple> export = wenshu.gateway().bulk().exportTriples(FLOW, FROM)) {
      assertThat(export.iterator().next()).isNotNull();
    }
  }

  @Test
  void allOtherKindsComeBackToo() {
    List<EntityEmbeddings> vectors =
        List.of(EntityEmbeddings.of("urn:a", 0.5f, -1), EntityEmbeddings.of("urn:b", 0.1f, 2));
    List<ChunkEmbeddings> pieces = List.of(ChunkEmbeddings.of("螺栓", 1, 0.25f));
    List<EntityContext> contexts = List.of(EntityContext.of("urn:a", "what is said"));
    AsyncBulkClient bulk = wenshu.gateway().asyncBulk();
    assertThat(bulk.importGraphEmbeddings(FLOW, Items.of(vectors), INTO).join().stored())
        .hasValue(2);
    assertThat(bulk.importDocumentEmbeddings(FLOW, Items.of(pieces), INTO).join().stored())
        .hasValue(1);
    assertThat(bulk.importEntityContexts(FLOW, Items.of(contexts), INTO).join().stored())
        .hasValue(1);
    BulkClient waiting = wenshu.gateway().bulk();
    try (var export = waiting.exportGraphEmbeddings(FLOW, FROM)) {
      assertThat(export).containsExactlyInAnyOrderElementsOf(vectors);
    }
    try (var export = waiting.exportDocumentEmbeddings(FLOW, FROM)) {
      assertThat(export).containsExactlyElementsOf(pieces);
    }
    try (var export = waiting.exportEntityContexts(FLOW, FROM)) {
      assertThat(export).containsExactlyElementsOf(contexts);
    }
  }

  @Test
  void rowsCanBeAskedForAfterwards() {
    String schema =
        "{\"name\":\"sdk_rows\",\"fields\":[{\"name\":\"city\",\"type\":\"string\","
            + "\"primary_key\":true},{\"name\":\"n\",\"type\":\"integer\"}]}";
    wenshu.gateway().config().put(List.of(new ConfigValue("schema", "sdk_rows", schema)));
    ObjectRow row = new ObjectRow("sdk_rows", Map.of("city", "合肥", "n", 7));
    ImportResult result = wenshu.gateway().bulk().importObjects(FLOW, Items.of(List.of(row)), INTO);
    assertThat(result.stored()).hasValue(1);
    ObjectsRequest request =
        ObjectsRequest.of("{sdk_rows{city n}}").user("sdk-bulk").collection("c");
    assertThat(wenshu.gateway().flow().id(FLOW).objectsQuery(request).data().orElseThrow())
        .hasToString("{\"sdk_rows\":[{\"city\":\"合肥\",\"n\":7}]}");
  }

  @Test
  void itemsThatCannotBeStoredAreTold() {
    ImportOptions into = INTO.collection("mixed");
    List<EntityEmbeddings> mixed =
        List.of(EntityEmbeddings.of("urn:a", 1, 2), EntityEmbeddings.of("urn:b", 1, 2, 3));
    ImportResult result =
        wenshu.gateway().bulk().importGraphEmbeddings(FLOW, Items.of(mixed), into);
    assertThat(result.stored()).hasValue(1);
    assertThat(result.failed()).hasValue(1);
    assertThat(result.errors()).extracting(ImportResult.ItemError::index).containsExactly(1L);
  }

  @Test
  void unknownFlowsAreRefused() {
    assertThatThrownBy(
            () -> wenshu.gateway().bulk().importTriples("none", Items.of(triples(1)), INTO))
        .isInstanceOf(HandshakeRefusedException.class)
        .extracting(failure -> ((HandshakeRefusedException) failure).status())
        .isEqualTo(404);
  }

  @Test
  void coresGoRoundAsPartsAndAsFiles(@TempDir Path folder) throws Exception {
    List<Triple> triples = triples(500).toList();
    List<EntityEmbeddings> vectors = List.of(EntityEmbeddings.of("http://x/1", 0.5f, -1));
    Gateway gateway = wenshu.gateway();
    gateway.knowledge().putCore("one", USER, CorePart.ofTriples(triples));
    gateway.socket().knowledge().putCore("one", USER, CorePart.ofEntities(vectors));
    assertThat(parts("one")).isEqualTo(new CorePart(triples, vectors));

    Path file = folder.resolve("one.core");
    assertThat(gateway.cores().exportCore("one", USER, file)).isEqualTo(Files.size(file));
    gateway.asyncCores().importCore("two", USER, file).join();
    assertThat(gateway.knowledge().listCores(USER)).containsExactlyInAnyOrder("one", "two");
    assertThat(parts("two")).isEqualTo(new CorePart(triples, vectors));

    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    gateway.cores().exportCore("two", USER, copy);
    gateway.cores().importCore("three", USER, new ByteArrayInputStream(copy.toByteArray()));
    assertThat(parts("three")).isEqualTo(new CorePart(triples, vectors));
    for (String core : List.of("one", "two", "three")) {
      gateway.knowledge().deleteCore(core, USER);
    }
    assertThatThrownBy(() -> gateway.cores().exportCore("one", USER, file))
        .isInstanceOf(LoadException.class);
    assertThatThrownBy(() -> parts("one")).isInstanceOf(RequestException.class);
    assertThatThrownBy(
            () ->
                gateway
                    .cores()
                    .importCore("bad", USER, new ByteArrayInputStream(new byte[] {1, 2})))
        .isInstanceOf(UnexpectedException.class)
        .hasMessageNotContaining("Status");
  }

  /** All parts of a core as one. */
  private static CorePart parts(String core) {
    List<Triple> triples = new ArrayList<>();
    List<EntityEmbeddings> entities = new ArrayList<>();
    try (ItemStream<CorePart> parts = wenshu.gateway().socket().knowledge().getCore(core, USER)) {
      parts.forEach(
          part -> {
            triples.addAll(part.triples());
            entities.addAll(part.entities());
          });
    }
    triples.sort(Comparator.comparingInt(triple -> number(triple.s())));
    return new CorePart(triples, entities);
  }

  private static int number(Value address) {
    return Integer.parseInt(address.text().substring("http://x/".length()));
  }

  /** More than both sides buffer; neither may need memory for all of it. */
  @Test
  void coresOfAnyLengthPassThrough(@TempDir Path folder) throws Exception {
    List<Triple> triples = triples(20_000).toList();
    Gateway gateway = wenshu.gateway();
    for (int from = 0; from < triples.size(); from += 2000) {
      gateway
          .socket()
          .knowledge()
          .putCore("long", USER, CorePart.ofTriples(triples.subList(from, from + 2000)));
    }
    Path file = folder.resolve("long.core");
    assertThat(gateway.cores().exportCore("long", USER, file)).isGreaterThan(1_000_000);
    gateway.cores().importCore("longer", USER, file);
    assertThat(parts("longer").triples()).isEqualTo(triples);
    gateway.knowledge().deleteCore("long", USER);
    gateway.knowledge().deleteCore("longer", USER);
  }
}
