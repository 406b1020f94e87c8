package org.wenshu.client.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.client.ConnectionClosedException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.ConnectionRefusedException;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.Leaks;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Timeouts;
import org.wenshu.client.Wenshu;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AskDoorTest {
  private static Leaks leaks;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private ScriptedServer server;

  @BeforeAll
  static void watches() {
    leaks = Leaks.watch();
  }

  /** Once for all, because the JDK's client takes seconds to end its thread. */
  @AfterAll
  static void leavesNothingBehind() {
    leaks.assertNone();
  }

  @AfterEach
  void closesAll() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    opened.clear();
    server = null;
  }

  private Wenshu client(ScriptedServer.Script script) {
    server = ScriptedServer.start(script);
    opened.add(server);
    return client(server.address());
  }

  private Wenshu client(String address) {
    Wenshu client =
        Wenshu.builder(address)
            .token("geheim")
            .timeouts(
                Timeouts.defaults()
                    .withAnswer(Duration.ofMillis(1500))
                    .withClose(Duration.ofMillis(300)))
            .build();
    opened.add(0, client);
    return client;
  }

  private static void send(ScriptedPeer peer, List<String> frames) throws IOException {
    for (String frame : frames) {
      peer.send(frame);
    }
  }

  /** Answers whatever is asked, for as long as the client stays. */
  private static void answerAll(ScriptedPeer peer) throws IOException {
    peer.accept();
    for (String asked = peer.read(); asked != null; asked = peer.read()) {
      send(peer, Answers.success("q", "SELECT ", "1"));
    }
  }

  @Test
  void answersAndKeepsTheConnection() {
    Wenshu client = client(AskDoorTest::answerAll);
    for (int i = 0; i < 50; i++) {
      Answer answer = client.ask().answer("有多少人");
      assertThat(answer.rows()).hasSize(1);
      assertThat(answer.rows().get(0).get("d")).isEqualTo(new BigDecimal("1.10"));
      assertThat(answer.rows().get(0)).containsKeys("n", "d", "空");
    }
    assertThat(server.connections()).isOne();
  }

  @Test
  void sendsWhatTheProtocolSays() {
    List<String> seen = new ArrayList<>();
    Wenshu client =
        client(
            peer -> {
              seen.add(peer.path());
              seen.add(peer.header("Authorization"));
              peer.accept();
              for (String text = peer.read(); text != null; text = peer.read()) {
                seen.add(text);
                send(peer, Answers.success("q", "SELECT 1"));
              }
            });
    client.ask().answer(AskRequest.of("人数\"?"));
    client.ask().answer(AskRequest.of("x").withoutChunks().withQuietRetry());
    assertThat(seen)
        .containsExactly(
            "/ws",
            "Bearer geheim",
            "{\"type\":\"query\",\"query\":\"人数\\\"?\"}",
            "{\"type\":\"query\",\"query\":\"x\",\"stream\":\"none\",\"quiet_retry\":true}");
  }

  @Test
  void streamsEventsOneByOne() {
    Wenshu client = client(AskDoorTest::answerAll);
    try (AnswerStream stream = client.ask().stream("人数")) {
      List<AskEvent> events = stream.stream().toList();
      assertThat(events.get(2)).isEqualTo(new AskEvent.Chunk("SELECT ", false));
      assertThat(events.get(events.size() - 1)).isInstanceOf(AskEvent.Answered.class);
    }
    try (AnswerStream stream = client.ask().stream("人数")) {
      assertThat(stream.answer().sql()).isEqualTo("SELECT 1");
    }
    assertThat(server.connections()).isOne();
  }

  @Test
  void gathersTheGeneratedTextOnRequest() {
    Wenshu client = client(AskDoorTest::answerAll);
    assertThat(client.ask().answer(AskRequest.of("人数")).generatedText()).isEqualTo("SELECT 1");
  }

  @Test
  void failsTypedAndStaysUsable() {
    AtomicInteger turn = new AtomicInteger();
    Wenshu client =
        client(
            peer -> {
              peer.accept();
              while (peer.read() != null) {
                send(
                    peer,
                    turn.getAndIncrement() == 0
                        ? Answers.without("SQL语句生成失败", "SQL语句生成失败")
                        : Answers.success("q", "SELECT 1"));
              }
            });
    assertThatThrownBy(() -> client.ask().answer("?"))
        .isInstanceOfSatisfying(
            NoAnswerException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("NO_SQL");
              assertThat(failure.reason().members()).containsKey("timestamp");
            });
    assertThat(client.ask().answer("!").rows()).hasSize(1);
    assertThat(server.connections()).isOne();
  }

  @Test
  void holdsTheServerUpWhileEventsAreNotRead() throws InterruptedException {
    AtomicInteger sent = new AtomicInteger();
    Wenshu client =
        client(
            peer -> {
              peer.accept().read();
              peer.send(Frames.RECEIVED).send(Frames.GENERATING);
              for (int i = 0; i < 3000; i++) {
                peer.send("x".repeat(20_000));
                sent.incrementAndGet();
              }
              send(peer, Answers.success("q", "y").subList(3, 8));
              peer.read();
            });
    try (AnswerStream stream = client.ask().stream("长")) {
      stream.next();
      Thread.sleep(2000);
      assertThat(sent.get()).isLessThan(1000);
      assertThat(stream.answer().rows()).hasSize(1);
    }
  }

  @Test
  void cancelClosesTheConnection() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch closed = new CountDownLatch(3);
    Wenshu client =
        client(
            peer -> {
              peer.accept().read();
              peer.send(Frames.RECEIVED);
              asked.countDown();
              if (peer.read() == null && peer.closeCode() == 1000) {
                closed.countDown();
              }
            });
    CompletableFuture<Answer> answer = client.ask().answerAsync("b");
    Collected cancelling = new Collected(1, true);
    client.ask().events(AskRequest.of("c")).subscribe(cancelling);
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    answer.cancel(true);
    AnswerStream left = client.ask().stream("d");
    assertThat(left.hasNext()).isTrue();
    left.close();
    assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void publishesWhatIsRequested() throws InterruptedException {
    Wenshu client = client(AskDoorTest::answerAll);
    Collected slow = new Collected(1, false);
    client.ask().events(AskRequest.of("q")).subscribe(slow);
    assertThat(slow.done.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(slow.failure).isNull();
    assertThat(slow.events).hasSize(9);
    Collected stopped = new Collected(0, false);
    client.ask().events(AskRequest.of("q")).subscribe(stopped);
    Thread.sleep(300);
    assertThat(stopped.events).isEmpty();
    stopped.subscription.request(2);
    Thread.sleep(300);
    assertThat(stopped.events).hasSize(2);
    stopped.subscription.cancel();
  }

  @Test
  void eachPieceStartsTheTimeAnew() {
    Wenshu client =
        client(
            peer -> {
              peer.accept().read();
              for (String frame : Answers.success("q", "S", "E", "L")) {
                Thread.sleep(400);
                peer.send(frame);
              }
              peer.read();
            });
    assertThat(client.ask().answer("慢").rows()).hasSize(1);
  }

  @Test
  void givesUpOnAServerThatFallsSilent() {
    Wenshu client =
        client(
            peer -> {
              peer.accept().read();
              peer.send(Frames.RECEIVED);
              peer.read();
            });
    assertThatThrownBy(() -> client.ask().answer("q")).isInstanceOf(RequestTimeoutException.class);
  }

  @Test
  void isContentWithServersThatSendNoResult() {
    Wenshu client =
        client(
            peer -> {
              peer.accept().read();
              send(peer, Answers.success("q", "SELECT 1").subList(0, 7));
              peer.read();
            });
    Answer answer = client.ask().answer("q");
    assertThat(answer.rowCount()).isOne();
    assertThat(answer.rows()).isEmpty();
    assertThat(answer.sql()).isEqualTo("SELECT 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1008, 1011, 1012})
  void failsWithTheCodeOfTheServer(int code) {
    Wenshu client =
        client(
            peer -> {
              peer.accept().read();
              peer.send(Frames.RECEIVED).close(code, "because");
            });
    assertThatThrownBy(() -> client.ask().answer("q"))
        .isInstanceOfSatisfying(
            ConnectionClosedException.class,
            closed -> {
              assertThat(closed.code()).isEqualTo(code);
              assertThat(closed.reason()).isEqualTo("because");
            });
  }

  @Test
  void asksAgainAfterTheServerWasRestarted() {
    Wenshu client =
        client(
            peer -> {
              peer.accept();
              peer.read();
              send(peer, Answers.success("q", "SELECT 1"));
              peer.close(1012, "restart");
            });
    for (int i = 0; i < 3; i++) {
      assertThat(client.ask().answer("q").rows()).hasSize(1);
      awaitClose();
    }
    assertThat(server.connections()).isEqualTo(3);
  }

  private static void awaitClose() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void failsTypedWhenCutMidFrame() {
    Wenshu client =
        client(
            peer -> {
              peer.accept().read();
              peer.send(Frames.RECEIVED).cutMidFrame("x".repeat(500));
            });
    assertThatThrownBy(() -> client.ask().answer("q")).isInstanceOf(ConnectionException.class);
  }

  @Test
  void passesOverWhatIsNoJson() {
    Wenshu client =
        client(
            peer -> {
              peer.accept().read();
              peer.send("{\"type\":\"query_result\",").send("FLAG_DONE").read();
            });
    assertThatThrownBy(() -> client.ask().answer("q")).isInstanceOf(NoAnswerException.class);
  }

  @Test
  void tellsRefusals() {
    Wenshu refused = client(peer -> peer.refuse(401));
    assertThatThrownBy(() -> refused.ask().answer("q"))
        .isInstanceOfSatisfying(
            HandshakeRefusedException.class, e -> assertThat(e.status()).isEqualTo(401));
    Wenshu nobody = client("http://127.0.0.1:" + ScriptedServer.deadPort());
    assertThatThrownBy(() -> nobody.ask().answer("q"))
        .isInstanceOf(ConnectionRefusedException.class);
  }

  @Test
  void answersManyAtOnce() {
    Wenshu client = client(AskDoorTest::answerAll);
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(client.ask().answerAsync("q" + i));
    }
    answers.forEach(answer -> assertThat(answer.join().rows()).hasSize(1));
  }

  /** Takes so many at a time; the first request can be nothing. */
  private static final class Collected implements Flow.Subscriber<AskEvent> {
    private final List<AskEvent> events = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final int step;
    private final boolean cancelling;
    private Flow.Subscription subscription;
    private Throwable failure;

    Collected(int step, boolean cancelling) {
      this.step = step;
      this.cancelling = cancelling;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      if (step > 0) {
        given.request(step);
      }
    }

    @Override
    public void onNext(AskEvent event) {
      events.add(event);
      if (cancelling) {
        subscription.cancel();
      } else if (step > 0) {
        subscription.request(step);
      }
    }

    @Override
    public void onError(Throwable thrown) {
      failure = thrown;
      done.countDown();
    }

    @Override
    public void onComplete() {
      done.countDown();
    }
  }
}
