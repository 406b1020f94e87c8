package org.wenshu.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Timeouts;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.bulk.ExportOptions;
import org.wenshu.client.gateway.bulk.ImportOptions;
import org.wenshu.client.gateway.bulk.Items;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.data.TextResult;
import org.wenshu.client.gateway.request.TextCompletionRequest;

/** One socket, many requests (contract, section 6.7). */
@Timeout(60)
class SocketSharingTest {
  private static final TextCompletionRequest REQUEST = TextCompletionRequest.of("s", "p");

  private static TextCompletionRequest request(int number) {
    return TextCompletionRequest.of("s", "p" + number);
  }

  private static Wenshu patient(ScriptedServer server, Duration patience) {
    return Wenshu.builder(server.address())
        .timeouts(Timeouts.defaults().withAnswer(patience))
        .build();
  }

  @Test
  void connectsWithTheFirstRequestAndThenNeverAgain() {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.accept();
                  for (JsonNode asked = Frames.read(peer); asked != null; ) {
                    String prompt = asked.get("request").get("prompt").textValue();
                    peer.send(Frames.last(asked.get("id").textValue(), prompt));
                    asked = Frames.read(peer);
                  }
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      AsyncFlowInstance flow = wenshu.gateway().asyncSocket().flow("default");
      assertThat(server.connections()).isZero();
      List<CompletableFuture<TextResult>> answers =
          IntStream.range(0, 200).mapToObj(n -> flow.textCompletion(request(n))).toList();
      for (int n = 0; n < answers.size(); n++) {
        assertThat(answers.get(n).join().text()).isEqualTo("p" + n);
      }
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void keepsFifteenUnderWayAndSendsTheNextWhenOneIsDone() throws Exception {
    BlockingQueue<String> ids = new LinkedBlockingQueue<>();
    BlockingQueue<String> answer = new LinkedBlockingQueue<>();
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.accept();
                  Thread answering = new Thread(() -> answerAll(peer, answer));
                  answering.start();
                  for (JsonNode asked = Frames.read(peer); asked != null; ) {
                    ids.add(asked.get("id").textValue());
                    asked = Frames.read(peer);
                  }
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      AsyncFlowInstance flow = wenshu.gateway().asyncSocket().flow("default");
      List<CompletableFuture<TextResult>> answers = new ArrayList<>();
      IntStream.range(0, 16).forEach(n -> answers.add(flow.textCompletion(REQUEST)));
      List<String> first = new ArrayList<>();
      for (int n = 0; n < 15; n++) {
        first.add(ids.poll(5, TimeUnit.SECONDS));
      }
      assertThat(first).doesNotContainNull().doesNotHaveDuplicates();
      assertThat(ids.poll(300, TimeUnit.MILLISECONDS)).isNull();
      answer.add(first.get(7));
      String sixteenth = ids.poll(5, TimeUnit.SECONDS);
      assertThat(sixteenth).isNotNull();
      first.remove(7);
      answer.addAll(first);
      answer.add(sixteenth);
      answers.forEach(each -> assertThat(each.join().text()).isEqualTo("ok"));
    }
  }

  private static void answerAll(ScriptedPeer peer, BlockingQueue<String> answer) {
    try {
      while (true) {
        String id = answer.poll(20, TimeUnit.SECONDS);
        if (id == null) {
          return;
        }
        peer.send(Frames.last(id, "ok"));
      }
    } catch (IOException | InterruptedException over) {
      // The test is over.
    }
  }

  @Test
  void aRequestThatFindsNoPlaceWaitsOnlySoLong() {
    try (ScriptedServer server = ScriptedServer.start(peer -> peer.accept().playDead());
        Wenshu wenshu = patient(server, Duration.ofMillis(400))) {
      AsyncFlowInstance flow = wenshu.gateway().asyncSocket().flow("default");
      List<CompletableFuture<TextResult>> answers =
          IntStream.range(0, 16).mapToObj(n -> flow.textCompletion(REQUEST)).toList();
      for (CompletableFuture<TextResult> each : answers) {
        assertThatThrownBy(each::join).hasCauseInstanceOf(RequestTimeoutException.class);
      }
    }
  }

  @Test
  void everyChunkStartsTheTimeAnew() {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  String id = Frames.id(peer.accept());
                  for (int n = 0; n < 8; n++) {
                    Thread.sleep(400);
                    peer.send(Frames.chunk(id, "c"));
                  }
                  peer.send(Frames.last(id, ""));
                  peer.playDead();
                });
        Wenshu wenshu = patient(server, Duration.ofMillis(2500));
        ItemStream<RagChunk> stream =
            wenshu.gateway().socket().flow("f").textCompletionStream(REQUEST)) {
      assertThat(stream.stream().count()).isEqualTo(9);
    }
  }

  @Test
  void expiryFailsThatCallOnlyAndTellsTheServer() throws Exception {
    BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  String silent = Frames.id(peer.accept());
                  told.add(Frames.read(peer));
                  String second = Frames.id(peer);
                  peer.send(Frames.last(silent, "late"));
                  peer.send(Frames.last(second, "well"));
                  peer.playDead();
                });
        Wenshu wenshu = patient(server, Duration.ofSeconds(2))) {
      FlowInstance flow = wenshu.gateway().socket().flow("f");
      assertThatThrownBy(() -> flow.textCompletion(REQUEST))
          .isInstanceOf(RequestTimeoutException.class);
      assertThat(told.poll(5, TimeUnit.SECONDS).get("cancel").booleanValue()).isTrue();
      assertThat(flow.textCompletion(REQUEST).text()).isEqualTo("well");
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void stoppingEarlyTellsTheServerAndDropsTheRest() throws Exception {
    BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  String id = Frames.id(peer.accept());
                  peer.send(Frames.chunk(id, "one"));
                  told.add(Frames.read(peer));
                  peer.send(Frames.chunk(id, "two")).send(Frames.error(id, "cancelled"));
                  peer.send(Frames.last(Frames.id(peer), "next"));
                  peer.playDead();
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      FlowInstance flow = wenshu.gateway().socket().flow("f");
      try (ItemStream<RagChunk> stream = flow.textCompletionStream(REQUEST)) {
        assertThat(stream.iterator().next().content()).isEqualTo("one");
      }
      assertThat(told.poll(5, TimeUnit.SECONDS).get("cancel").booleanValue()).isTrue();
      assertThat(flow.textCompletion(REQUEST).text()).isEqualTo("next");
    }
  }

  @Test
  void cancellingAFutureTellsTheServer() throws Exception {
    BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.accept();
                  told.add(Frames.read(peer));
                  told.add(Frames.read(peer));
                  peer.playDead();
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      CompletableFuture<TextResult> answer =
          wenshu.gateway().asyncSocket().flow("f").textCompletion(REQUEST);
      JsonNode asked = told.poll(5, TimeUnit.SECONDS);
      answer.cancel(false);
      JsonNode cancel = told.poll(5, TimeUnit.SECONDS);
      assertThat(cancel.get("id")).isEqualTo(asked.get("id"));
      assertThat(cancel.get("cancel").booleanValue()).isTrue();
    }
  }

  @Test
  void whoListensMayAskAgainOverTheSameSocket() {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.accept();
                  for (int n = 0; n < 2; n++) {
                    peer.send(Frames.last(Frames.id(peer), "a" + n));
                  }
                  peer.playDead();
                });
        Wenshu wenshu = patient(server, Duration.ofSeconds(10))) {
      AsyncFlowInstance flow = wenshu.gateway().asyncSocket().flow("f");
      String second =
          flow.textCompletion(REQUEST)
              .thenApply(first -> flow.textCompletion(REQUEST).join().text())
              .join();
      assertThat(second).isEqualTo("a1");
    }
  }

  @Test
  void closingFailsWhatIsUnderWayAndMayBeRepeated() throws Exception {
    BlockingQueue<String> ids = new LinkedBlockingQueue<>();
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  ids.add(Frames.id(peer.accept()));
                  peer.read();
                });
        Wenshu wenshu = Wenshu.connect(server.address())) {
      AsyncFlowInstance flow = wenshu.gateway().asyncSocket().flow("f");
      CompletableFuture<TextResult> answer = flow.textCompletion(REQUEST);
      assertThat(ids.poll(5, TimeUnit.SECONDS)).isNotNull();
      wenshu.gateway().close();
      wenshu.gateway().close();
      assertThatThrownBy(answer::join).hasCauseInstanceOf(ClientClosedException.class);
      assertThatThrownBy(() -> flow.textCompletion(REQUEST).join())
          .hasCauseInstanceOf(ClientClosedException.class);
    }
  }

  @Test
  void aClientThatIsClosedSaysSoOnEveryWay() {
    Wenshu wenshu = Wenshu.connect("http://127.0.0.1:" + ScriptedServer.deadPort());
    Gateway gateway = wenshu.gateway();
    wenshu.close();
    List<Runnable> calls =
        List.of(
            () -> gateway.flow().list(),
            () -> gateway.socket().flow("f").textCompletion(REQUEST),
            () -> gateway.bulk().importTriples("f", Items.of(List.of()), ImportOptions.defaults()),
            () -> gateway.bulk().exportTriples("f", ExportOptions.defaults()).forEach(each -> {}));
    for (Runnable call : calls) {
      assertThatThrownBy(call::run).isInstanceOf(ClientClosedException.class);
    }
  }
}
