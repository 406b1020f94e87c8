package org.wenshu.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.client.ConnectionClosedException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.ConnectionRefusedException;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.ReconnectPolicy;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.error.GatewayApiException;
import org.wenshu.client.gateway.error.GatewayException;
import org.wenshu.client.gateway.error.LlmException;
import org.wenshu.client.gateway.error.UnexpectedException;
import org.wenshu.client.gateway.request.GraphRagRequest;
import org.wenshu.client.gateway.request.TextCompletionRequest;

/** What can go wrong on the shared socket, and what callers see of it. */
@Timeout(60)
class SocketFaultsTest {
  private static final TextCompletionRequest REQUEST = TextCompletionRequest.of("s", "p");

  /** Plays the fault on the first connection, and answers properly on all others. */
  private static ScriptedServer first(ScriptedServer.Script fault) {
    return ScriptedServer.start(
        peer -> {
          if (peer.number() == 1) {
            fault.play(peer);
          } else {
            answer(peer);
          }
        });
  }

  private static void answer(ScriptedPeer peer) throws IOException, InterruptedException {
    peer.accept();
    peer.send(Frames.last(Frames.id(peer), "well"));
    peer.playDead();
  }

  private static FlowInstance flow(Wenshu wenshu) {
    return wenshu.gateway().socket().flow("f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'%s','error':{'type':'llm-error','message':'no model'},'complete':true}",
        "{'id':'%s','response':{'error':{'type':'llm-error','message':'no model'}}}"
      })
  void readsErrorsInBothPlaces(String frame) {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  String id = Frames.id(peer.accept());
                  peer.send(frame.replace('\'', '"').formatted(id));
                  peer.playDead();
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> flow(wenshu).textCompletion(REQUEST))
          .isInstanceOf(LlmException.class)
          .hasMessage("no model")
          .extracting(failure -> ((GatewayApiException) failure).code())
          .isEqualTo("llm-error");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "agent-error, AgentException",
    "config-error, ConfigException",
    "document-rag-error, DocumentRagException",
    "flow-error, FlowException",
    "gateway-error, GatewayException",
    "graph-rag-error, GraphRagException",
    "llm-error, LlmException",
    "load-error, LoadException",
    "lookup-error, LookupException",
    "nlp-query-error, NlpQueryException",
    "objects-query-error, ObjectsQueryException",
    "request-error, RequestException",
    "structured-query-error, StructuredQueryException",
    "unexpected-error, UnexpectedException",
    "of-tomorrow, UnexpectedException"
  })
  void everyTypeHasItsException(String type, String exception) {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.accept().send(Frames.error(Frames.id(peer), type));
                  peer.playDead();
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> flow(wenshu).graphRag(GraphRagRequest.of("q")))
          .isInstanceOf(GatewayApiException.class)
          .satisfies(
              failure -> {
                assertThat(failure.getClass().getSimpleName()).isEqualTo(exception);
                assertThat(((GatewayApiException) failure).code()).isEqualTo(type);
              });
    }
  }

  @Test
  void whatCameBeforeAnErrorIsDelivered() {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  String id = Frames.id(peer.accept());
                  peer.send(Frames.chunk(id, "half")).send(Frames.error(id, "other-error"));
                  peer.playDead();
                });
        Wenshu wenshu = Wenshu.connect(server.address());
        ItemStream<RagChunk> stream = flow(wenshu).textCompletionStream(REQUEST)) {
      Iterator<RagChunk> chunks = stream.iterator();
      assertThat(chunks.next().content()).isEqualTo("half");
      assertThatThrownBy(chunks::hasNext).isInstanceOf(UnexpectedException.class);
      assertThatThrownBy(chunks::hasNext).isInstanceOf(UnexpectedException.class);
    }
  }

  @Test
  void anErrorWithoutIdIsThatOfTheOnlyRequest() {
    try (ScriptedServer server =
            first(
                peer -> {
                  Frames.id(peer.accept());
                  peer.send("{\"error\":{\"type\":\"gateway-error\",\"message\":\"no flow\"}}");
                  peer.send(Frames.last(Frames.id(peer), "well"));
                  peer.playDead();
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> flow(wenshu).textCompletion(REQUEST))
          .isInstanceOf(GatewayException.class);
      assertThat(flow(wenshu).textCompletion(REQUEST).text()).isEqualTo("well");
      assertThat(server.connections()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "[1]",
        "",
        "{\"response\":{},\"complete\":true}",
        "{\"id\":\"req-99\",\"response\":{},\"complete\":true}",
        "{\"id\":\"theirs\",\"response\":{},\"complete\":true}"
      })
  void aServerThatBreaksTheProtocolLosesTheConnection(String frame) {
    try (ScriptedServer server =
            first(
                peer -> {
                  Frames.id(peer.accept());
                  peer.send(frame);
                  peer.read();
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> flow(wenshu).textCompletion(REQUEST))
          .isInstanceOf(ProtocolException.class);
      assertThat(flow(wenshu).textCompletion(REQUEST).text()).isEqualTo("well");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void anAnswerOfTheWrongFormFailsItsRequestOnly() {
    try (ScriptedServer server =
            first(
                peer -> {
                  String id = Frames.id(peer.accept());
                  peer.send("{\"id\":\"" + id + "\",\"response\":{\"x\":1},\"complete\":true}");
                  peer.send(Frames.last(Frames.id(peer), "well"));
                  peer.playDead();
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> flow(wenshu).textCompletion(REQUEST))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("response");
      assertThat(flow(wenshu).textCompletion(REQUEST).text()).isEqualTo("well");
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void aConnectionCutInAStreamEndsItWithAnErrorAndIsMadeAgain() {
    try (ScriptedServer server =
            first(
                peer -> {
                  String id = Frames.id(peer.accept());
                  peer.send(Frames.chunk(id, "half"));
                  Thread.sleep(200);
                  peer.cutMidFrame(Frames.chunk(id, "never"));
                });
        Wenshu wenshu = Wenshu.connect(server.address());
        ItemStream<RagChunk> stream = flow(wenshu).textCompletionStream(REQUEST)) {
      Iterator<RagChunk> chunks = stream.iterator();
      assertThat(chunks.next().content()).isEqualTo("half");
      assertThatThrownBy(chunks::hasNext).isInstanceOf(ConnectionException.class);
      assertThat(flow(wenshu).textCompletion(REQUEST).text()).isEqualTo("well");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1008, 1011, 1012})
  void aCloseWhileARequestIsUnderWayFailsIt(int code) {
    try (ScriptedServer server =
            first(
                peer -> {
                  Frames.id(peer.accept());
                  peer.close(code, "bye");
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> flow(wenshu).textCompletion(REQUEST))
          .isInstanceOf(ConnectionClosedException.class)
          .extracting(failure -> ((ConnectionClosedException) failure).code())
          .isEqualTo(code);
    }
  }

  @Test
  void aConnectionThatEndedWhileIdleIsReplacedUnnoticed() throws Exception {
    try (ScriptedServer server =
            first(
                peer -> {
                  peer.accept().send(Frames.last(Frames.id(peer), "first"));
                  peer.close(1001, "");
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThat(flow(wenshu).textCompletion(REQUEST).text()).isEqualTo("first");
      Thread.sleep(300);
      assertThat(flow(wenshu).textCompletion(REQUEST).text()).isEqualTo("well");
    }
  }

  @Test
  void aRefusedTokenIsNotTriedAgain() {
    try (ScriptedServer server = ScriptedServer.start(peer -> peer.refuse(401));
        Wenshu wenshu = Wenshu.builder(server.address()).token("secret").build()) {
      assertThatThrownBy(() -> flow(wenshu).textCompletion(REQUEST))
          .isInstanceOf(HandshakeRefusedException.class)
          .hasMessageNotContaining("secret")
          .extracting(failure -> ((HandshakeRefusedException) failure).status())
          .isEqualTo(401);
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void aBusyServerIsTriedAgainAndNobodyAtHomeIsAnError() {
    try (ScriptedServer server = first(peer -> peer.refuse(503));
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThat(flow(wenshu).textCompletion(REQUEST).text()).isEqualTo("well");
    }
    try (Wenshu nobody =
        Wenshu.builder("http://127.0.0.1:" + ScriptedServer.deadPort())
            .reconnect(ReconnectPolicy.every(Duration.ofMillis(20), 3))
            .build()) {
      assertThatThrownBy(() -> flow(nobody).textCompletion(REQUEST))
          .isInstanceOf(ConnectionRefusedException.class);
    }
  }

  @Test
  void aSlowTakerHoldsUpTheServerAndMissesNothing() throws Exception {
    int all = 6000;
    AtomicInteger sent = new AtomicInteger();
    String filling = "x".repeat(4000);
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  String id = Frames.id(peer.accept());
                  for (int n = 0; n < all; n++) {
                    peer.send(Frames.chunk(id, n + filling));
                    sent.incrementAndGet();
                  }
                  peer.send(Frames.last(id, ""));
                  peer.playDead();
                });
        Wenshu wenshu = Wenshu.connect(server.address());
        ItemStream<RagChunk> stream = flow(wenshu).textCompletionStream(REQUEST)) {
      Iterator<RagChunk> chunks = stream.iterator();
      List<String> taken = new ArrayList<>();
      taken.add(chunks.next().content());
      int before;
      do {
        before = sent.get();
        Thread.sleep(500);
      } while (sent.get() != before);
      assertThat(before).isLessThan(all);
      chunks.forEachRemaining(chunk -> taken.add(chunk.content()));
      assertThat(taken).hasSize(all + 1);
      assertThat(taken.get(all - 1)).isEqualTo(all - 1 + filling);
    }
  }
}
