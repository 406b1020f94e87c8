package org.wenshu.client.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.Gateway;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.data.ChunkEmbeddings;
import org.wenshu.client.gateway.data.EntityContext;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.data.ObjectRow;
import org.wenshu.client.gateway.data.Triple;

/** Imports send frames of form A (contract, sections 5.3 and 6.5) and tell what became of them. */
@Timeout(60)
class BulkImportTest {
  private static final ImportOptions OPTIONS =
      ImportOptions.defaults().user("me").collection("c").documentId("d").batchSize(2);
  private static final String METADATA =
      "{'metadata':{'id':'d','metadata':[],'user':'me','collection':'c'},";

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> paths = new LinkedBlockingQueue<>();

  /** Takes everything and tells nothing. */
  private ScriptedServer silent() {
    return ScriptedServer.start(
        peer -> {
          paths.add(peer.path());
          peer.accept();
          for (String frame = peer.read(); frame != null; frame = peer.read()) {
            frames.add(frame);
          }
          frames.add("closed " + peer.closeCode());
        });
  }

  /** Takes everything and tells what became of it. */
  private ScriptedServer telling() {
    return ScriptedServer.start(
        peer -> {
          peer.accept(peer.header("Sec-WebSocket-Protocol"));
          int received = 0;
          for (String frame = peer.read(); frame != null; frame = peer.read()) {
            if (frame.contains("\"end\"")) {
              result(peer, received);
              return;
            }
            received += GatewayJson.parse(frame, "frame").get("triples").size();
            peer.send(counts("progress", received) + "}");
          }
        });
  }

  private static String counts(String type, int received) {
    return "{\"type\":\"%s\",\"received\":%d,\"stored\":%d,\"failed\":1"
        .formatted(type, received, received - 1);
  }

  private static void result(ScriptedPeer peer, int received) throws IOException {
    peer.send(
        counts("result", received)
            + ",\"errors\":[{\"index\":1,\"message\":\"bad\"}],\"truncated\":false}");
    peer.close(1000, "");
  }

  /** One import of three items by each kind and both clients, and the frames that it sends. */
  record Case(String path, Function<Gateway, ImportResult> run, List<String> sent) {
    @Override
    public String toString() {
      return path;
    }
  }

  private static <T> Stream<Case> both(BulkKind<T> kind, List<T> items, String... sent) {
    List<String> frames = Stream.of(sent).map(frame -> frame.replace('\'', '"')).toList();
    return Stream.of(
        new Case(
            kind.path(),
            gateway -> gateway.bulk().importAll(kind, "f 1", Items.of(items), OPTIONS),
            frames),
        new Case(
            kind.path(),
            gateway ->
                gateway
                    .asyncBulk()
                    .importAll(kind, "f 1", Items.of(items.stream()), OPTIONS)
                    .join(),
            frames));
  }

  static Stream<Case> cases() {
    String triple =
        "{'s':{'v':'urn:%s','e':true},'p':{'v':'urn:p','e':true},'o':{'v':'x','e':false}}";
    String vector = "{'entity':{'v':'urn:%s','e':true},'vectors':[[0.5,1.0]]}";
    String piece = "{'chunk':'%s','vectors':[[0.25]]}";
    String context = "{'entity':{'v':'urn:%s','e':true},'context':'t'}";
    String rows = "'confidence':1.0,'source_span':'','values':[";
    return Stream.of(
            both(
                BulkKind.TRIPLES,
                Stream.of("a", "b", "c").map(s -> Triple.of("urn:" + s, "urn:p", "x")).toList(),
                METADATA
                    + "'triples':["
                    + triple.formatted("a")
                    + ","
                    + triple.formatted("b")
                    + "]}",
                METADATA + "'triples':[" + triple.formatted("c") + "]}"),
            both(
                BulkKind.GRAPH_EMBEDDINGS,
                List.of(EntityEmbeddings.of("urn:a", 0.5f, 1)),
                METADATA + "'entities':[" + vector.formatted("a") + "]}"),
            both(
                BulkKind.DOCUMENT_EMBEDDINGS,
                List.of(ChunkEmbeddings.of("t", 0.25f)),
                METADATA + "'chunks':[" + piece.formatted("t") + "]}"),
            both(
                BulkKind.ENTITY_CONTEXTS,
                List.of(EntityContext.of("urn:a", "t")),
                METADATA + "'entities':[" + context.formatted("a") + "]}"),
            both(
                BulkKind.OBJECTS,
                List.of(
                    new ObjectRow("s1", Map.of("a", 1)),
                    new ObjectRow("s2", Map.of("a", "x")),
                    new ObjectRow("s2", Map.of("b", true))),
                METADATA + "'schema_name':'s1'," + rows + "{'a':1}]}",
                METADATA + "'schema_name':'s2'," + rows + "{'a':'x'},{'b':true}]}"))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sendsBatchesAndClosesAtTheEnd(Case one) throws Exception {
    try (ScriptedServer server = silent();
        Wenshu wenshu = Wenshu.builder(server.address()).token("t&t").build()) {
      ImportResult result = one.run().apply(wenshu.gateway());
      assertThat(paths.poll(5, TimeUnit.SECONDS))
          .isEqualTo("/api/v1/flow/f%201/import/" + one.path() + "?token=t%26t");
      for (String frame : one.sent()) {
        JsonNode sent = GatewayJson.parse(frames.poll(5, TimeUnit.SECONDS), "frame");
        assertThat(sent).isEqualTo(GatewayJson.parse(frame, "expected"));
      }
      assertThat(frames.poll(5, TimeUnit.SECONDS)).isEqualTo("closed 1000");
      assertThat(result.stored()).isEmpty();
      assertThat(result.sent()).isPositive();
    }
  }

  private static Stream<Triple> triples(int count) {
    return IntStream.range(0, count).mapToObj(n -> Triple.of("urn:" + n, "urn:p", "o"));
  }

  @Test
  void tellsWhatTheServerTells() {
    List<ImportProgress> heard = new ArrayList<>();
    try (ScriptedServer server = telling();
        Wenshu wenshu = Wenshu.connect(server.address())) {
      ImportResult result =
          wenshu
              .gateway()
              .bulk()
              .importTriples("f", Items.of(triples(5)), OPTIONS.onProgress(heard::add));
      assertThat(result.received()).hasValue(5);
      assertThat(result.stored()).hasValue(4);
      assertThat(result.failed()).hasValue(1);
      assertThat(result.errors()).containsExactly(new ImportResult.ItemError(1, "bad"));
      assertThat(heard)
          .extracting(progress -> progress.stored().getAsLong())
          .containsExactly(1L, 3L, 4L);
      assertThat(result.sent()).isEqualTo(5);
    }
  }

  @Test
  void takesItemsThatComeOnTheirOwn() {
    try (ScriptedServer server = telling();
        Wenshu wenshu = Wenshu.connect(server.address())) {
      @SuppressWarnings("resource") // Its end is the end of the items.
      SubmissionPublisher<Triple> publisher = new SubmissionPublisher<>();
      var result = wenshu.gateway().asyncBulk().importTriples("f", Items.of(publisher), OPTIONS);
      while (publisher.getNumberOfSubscribers() == 0 && !result.isDone()) {
        Thread.onSpinWait();
      }
      triples(1001).forEach(publisher::submit);
      publisher.close();
      assertThat(result.join().received()).hasValue(1001);
    }
  }

  @Test
  void aSlowServerHoldsUpTheSource() throws Exception {
    AtomicInteger given = new AtomicInteger();
    int all = 3_000_000;
    try (ScriptedServer server = ScriptedServer.start(peer -> peer.accept().playDead());
        Wenshu wenshu = Wenshu.connect(server.address())) {
      Iterator<Triple> source = triples(all).peek(each -> given.incrementAndGet()).iterator();
      var result =
          wenshu
              .gateway()
              .asyncBulk()
              .importTriples("f", Items.of(source), ImportOptions.defaults());
      int before;
      do {
        before = given.get();
        Thread.sleep(700);
      } while (given.get() != before || before == 0);
      assertThat(before).isLessThan(all / 2);
      assertThat(result).isNotDone();
    }
  }

  @Test
  void aConnectionLostInTheMiddleTellsHowFarItCame() {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.accept();
                  peer.read();
                  peer.close(1011, "database lost");
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(
              () -> wenshu.gateway().bulk().importTriples("f", Items.of(triples(500_000)), OPTIONS))
          .isInstanceOf(ImportBrokenException.class)
          .satisfies(
              failure ->
                  assertThat(((ImportBrokenException) failure).progress().sent())
                      .isBetween(2L, 499_999L));
    }
  }

  @Test
  void anUnknownFlowIsRefusedBeforeAnythingIsTaken() {
    AtomicInteger given = new AtomicInteger();
    try (ScriptedServer server = ScriptedServer.start(peer -> peer.refuse(404));
        Wenshu wenshu = Wenshu.connect(server.address())) {
      Items<Triple> items = Items.of(triples(3).peek(each -> given.incrementAndGet()));
      assertThatThrownBy(() -> wenshu.gateway().bulk().importTriples("no", items, OPTIONS))
          .isInstanceOf(HandshakeRefusedException.class);
      assertThat(given).hasValue(0);
    }
  }

  @Test
  void aSourceThatBreaksEndsTheImportWithItsFailure() throws Exception {
    try (ScriptedServer server = silent();
        Wenshu wenshu = Wenshu.connect(server.address())) {
      Stream<Triple> broken =
          triples(5).peek(each -> assertThat(each.s().text()).isNotEqualTo("urn:3"));
      assertThatThrownBy(
              () -> wenshu.gateway().bulk().importTriples("f", Items.of(broken), OPTIONS))
          .isInstanceOf(AssertionError.class);
      assertThat(frames.poll(5, TimeUnit.SECONDS)).contains("urn:0", "urn:1");
      assertThat(frames.poll(5, TimeUnit.SECONDS)).isEqualTo("closed 1000");
    }
  }
}
