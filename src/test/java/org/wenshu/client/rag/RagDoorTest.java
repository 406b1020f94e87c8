package org.wenshu.client.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
import org.wenshu.client.ErrorType;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.Leaks;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.ReconnectPolicy;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Timeouts;
import org.wenshu.client.TokenSource;
import org.wenshu.client.Wenshu;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RagDoorTest {
  private static Leaks leaks;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final RagScript script = new RagScript();
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

  private RagDoor door(RagScript.Handler handler) {
    return play(peer -> script.play(peer, handler));
  }

  private RagDoor play(ScriptedServer.Script part) {
    server = ScriptedServer.start(part);
    opened.add(server);
    return door(server.address());
  }

  private RagDoor door(String address) {
    AtomicInteger count = new AtomicInteger();
    TokenSource source =
        () -> {
          tokens.add("token-" + count.incrementAndGet());
          return Optional.of(tokens.get(tokens.size() - 1));
        };
    Wenshu client =
        Wenshu.builder(address)
            .token(source)
            .reconnect(ReconnectPolicy.every(Duration.ofMillis(50), 4))
            .timeouts(
                Timeouts.defaults()
                    .withAnswer(Duration.ofMillis(1500))
                    .withClose(Duration.ofMillis(300)))
            .build();
    opened.add(0, client);
    return client.rag();
  }

  @Test
  void greetsOnceAndAsks() {
    RagDoor door =
        door((peer, request) -> RagScript.succeed(peer, request, RagScript.rows(request)));
    RagAnswer answer = door.ask("用户总数");
    door.ask("again");

    assertThat(answer.rows().get(0)).containsEntry("q", "用户总数");
    assertThat(answer.executionTime()).isEqualTo(Duration.ofNanos(4_200_000));
    assertThat(answer.cacheHit()).isTrue();
    assertThat(answer.suggestions()).containsExactly("s");
    assertThat(script.methods())
        .containsExactly(
            "protocol.negotiate", "auth.authenticate", "query.execute", "query.execute");
    assertThat(door.identity().username()).isEqualTo("li");
    assertThat(door.identity().expiresAt()).contains(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(server.connections()).isOne();
  }

  @Test
  void sendsTheParametersOfEveryMethod() {
    List<String> sent = new CopyOnWriteArrayList<>();
    RagDoor door =
        door(
            (peer, request) -> {
              sent.add(request.path("method").asText() + request.path("params"));
              RagScript.succeed(peer, request, RagScript.SESSION);
            });
    door.ask(
        RagQuestion.of("q")
            .withOptions(
                RagOptions.defaults()
                    .withLimit(5)
                    .withOffset(2)
                    .withFormat(RagOptions.Format.CSV)
                    .withExplanation()
                    .withTimeout(Duration.ofSeconds(9))));
    door.explain("q");
    door.suggest("p", 3);
    door.schema();
    door.table("users");
    door.searchSchema("订单", 4);
    RagSession session = door.newSession("me");
    session.ask("x");
    session.details();
    session.extend();
    session.destroy();
    door.resume("sid");
    door.sessions();
    door.health();
    door.version();
    assertThat(sent)
        .containsExactly(
            "query.execute{\"query\":\"q\",\"options\":{\"limit\":5,\"explain\":true,"
                + "\"optimize\":true,\"offset\":2,\"format\":\"csv\",\"timeout\":9}}",
            "query.explain{\"query\":\"q\"}",
            "query.suggest{\"partial\":\"p\",\"limit\":3}",
            "schema.info{\"include_relationships\":true}",
            "schema.info{\"table\":\"users\",\"include_relationships\":true}",
            "schema.search{\"query\":\"订单\",\"limit\":4}",
            "session.create{\"user_id\":\"me\"}",
            "query.execute{\"query\":\"x\",\"session_id\":\"sid\",\"options\":{\"limit\":20,"
                + "\"explain\":false,\"optimize\":true}}",
            "session.get{\"session_id\":\"sid\"}",
            "session.extend{\"session_id\":\"sid\"}",
            "session.destroy{\"session_id\":\"sid\"}",
            "session.get{\"session_id\":\"sid\"}",
            "session.list{}",
            "health{}",
            "version{}");
  }

  @Test
  void readsTheSchema() {
    String table =
        "{\"name\":\"users\",\"comment\":\"用户\",\"row_count\":3,\"columns\":[{\"name\":\"id\","
            + "\"type\":\"bigint\",\"is_primary_key\":true,\"position\":1}],\"indexes\":[{\"name\":"
            + "\"PRIMARY\",\"columns\":[\"id\"],\"is_unique\":true}],\"relationships\":[{\"type\":"
            + "\"one_to_many\",\"to_table\":\"orders\"}],\"created_at\":null}";
    RagDoor door =
        door(
            (peer, request) ->
                RagScript.succeed(
                    peer,
                    request,
                    request.path("params").has("table")
                        ? "{\"table\":" + table + "}"
                        : "{\"database\":\"demo\",\"tables\":[" + table + "],\"views\":[]}"));
    TableInfo users = door.table("users");
    assertThat(users.columns().get(0).primaryKey()).isTrue();
    assertThat(users.indexes().get(0).columns()).containsExactly("id");
    assertThat(users.relationships().get(0).toTable()).isEqualTo("orders");
    assertThat(users.createdAt()).isEmpty();
    assertThat(door.schema().tables()).containsExactly(users);
  }

  @Test
  void matchesAnswersThatComeInAnyOrder() {
    List<ObjectNode> held = Collections.synchronizedList(new ArrayList<>());
    RagDoor door =
        door(
            (peer, request) -> {
              held.add(request);
              if (held.size() == 15) {
                Collections.reverse(held);
                for (ObjectNode each : held) {
                  RagScript.succeed(peer, each, RagScript.rows(each));
                }
              }
            });
    List<CompletableFuture<RagAnswer>> answers = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      answers.add(door.askAsync("q" + i));
    }
    for (int i = 0; i < 15; i++) {
      assertThat(answers.get(i).join().rows().get(0)).containsEntry("q", "q" + i);
    }
    assertThat(server.connections()).isOne();
  }

  @Test
  void neverHasMoreWithTheServerThanItTakes() {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<ObjectNode> held = new ArrayList<>();
    RagDoor door =
        door(
            (peer, request) -> {
              held.add(request);
              most.accumulateAndGet(open.incrementAndGet(), Math::max);
              if (held.size() == 10) {
                for (ObjectNode each : held) {
                  open.decrementAndGet();
                  RagScript.succeed(peer, each, RagScript.rows(each));
                }
                held.clear();
              }
            });
    List<CompletableFuture<RagAnswer>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(door.askAsync("q" + i));
    }
    answers.forEach(CompletableFuture::join);
    assertThat(most.get()).isLessThanOrEqualTo(30);
  }

  @Test
  void tellsErrorsWithAllTheyCarry() {
    RagDoor door =
        door(
            (peer, request) ->
                RagScript.fail(
                    peer,
                    request,
                    request.path("params").path("query").asInt(),
                    "{\"retry_after\":1.5,\"category_code\":-31006,\"suggestions\":[\"x\"]}"));
    assertThatThrownBy(() -> door.ask("-31300"))
        .isInstanceOfSatisfying(
            RagException.class,
            failure -> {
              assertThat(failure.number()).isEqualTo(-31300);
              assertThat(failure.code()).isEqualTo("-31300");
              assertThat(failure).hasMessage("不行");
              assertThat(failure.type()).isEqualTo(ErrorType.CALLER);
              assertThat(failure.retriable()).isFalse();
              assertThat(failure.category()).hasValue(-31006);
              assertThat(failure.data()).containsEntry("suggestions", List.of("x"));
            });
    assertThatThrownBy(() -> door.ask("-32003"))
        .isInstanceOfSatisfying(
            RagException.class,
            failure -> {
              assertThat(failure.retriable()).isTrue();
              assertThat(failure.retryAfter()).contains(Duration.ofMillis(1500));
            });
    assertThatThrownBy(() -> door.ask("-39999"))
        .isInstanceOfSatisfying(
            RagException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.INTERNAL));
    assertThat(server.connections()).isOne();
  }

  @Test
  void renewsATokenThatRanOutAndNoOther() {
    AtomicInteger refusals = new AtomicInteger();
    RagDoor door =
        door(
            (peer, request) -> {
              if (request.path("params").path("query").asText().equals("forged")) {
                RagScript.fail(peer, request, -31000, "{\"reason\":\"signature_invalid\"}");
              } else if (refusals.incrementAndGet() <= 3) {
                RagScript.fail(peer, request, -31000, "{\"reason\":\"token_expired\"}");
              } else {
                RagScript.succeed(peer, request, RagScript.rows(request));
              }
            });
    CompletableFuture<RagAnswer> first = door.askAsync("a");
    CompletableFuture<RagAnswer> second = door.askAsync("b");
    assertThat(first.join().rows()).hasSize(1);
    assertThat(second.handle((answer, failure) -> answer == null).join()).isIn(true, false);
    assertThat(tokens.size()).isGreaterThan(1);
    int renewed = tokens.size();
    assertThatThrownBy(() -> door.ask("forged")).isInstanceOf(RagException.class);
    assertThat(tokens).hasSize(renewed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1008, 1011, 1012})
  void failsWhatIsUnderWayAndConnectsAnew(int code) {
    RagDoor door =
        door(
            (peer, request) -> {
              if (peer.number() == 1) {
                if (request.path("params").path("query").asText().equals("2")) {
                  peer.close(code, "because");
                }
              } else {
                RagScript.succeed(peer, request, RagScript.rows(request));
              }
            });
    door.identity();
    List<CompletableFuture<RagAnswer>> lost = List.of(door.askAsync("1"), door.askAsync("2"));
    for (CompletableFuture<RagAnswer> each : lost) {
      assertThatThrownBy(each::join)
          .cause()
          .isInstanceOfSatisfying(
              ConnectionClosedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
    assertThat(door.ask("3").rows()).hasSize(1);
    assertThat(script.methods()).filteredOn("query.execute"::equals).hasSize(3);
    assertThat(script.methods()).filteredOn("auth.authenticate"::equals).hasSize(2);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void goesOnWithItsSessionAfterTheConnectionWasLost() throws InterruptedException {
    List<String> sessions = new CopyOnWriteArrayList<>();
    RagDoor door =
        door(
            (peer, request) -> {
              if (request.path("method").asText().equals("session.create")) {
                RagScript.succeed(peer, request, RagScript.SESSION);
                Thread.sleep(200);
                peer.cut();
              } else {
                sessions.add(request.path("params").path("session_id").asText());
                RagScript.succeed(peer, request, RagScript.rows(request));
              }
            });
    RagSession session = door.newSession("me");
    Thread.sleep(800);
    assertThat(session.ask("后来").rows()).hasSize(1);
    assertThat(sessions).containsExactly("sid");
  }

  @Test
  void waitsForAServerThatComesBack() {
    RagDoor door =
        play(
            peer -> {
              if (peer.number() < 3) {
                peer.refuse(503);
              } else {
                script.play(
                    peer, (to, request) -> RagScript.succeed(to, request, RagScript.rows(request)));
              }
            });
    List<CompletableFuture<RagAnswer>> answers = List.of(door.askAsync("a"), door.askAsync("b"));
    answers.forEach(answer -> assertThat(answer.join().rows()).hasSize(1));
    assertThat(server.connections()).isEqualTo(3);
  }

  @Test
  void givesUpOnAServerThatDoesNotComeBack() {
    RagDoor nobody = door("http://127.0.0.1:" + ScriptedServer.deadPort());
    assertThatThrownBy(() -> nobody.ask("q")).isInstanceOf(ConnectionRefusedException.class);
    RagDoor forbidden = play(peer -> peer.refuse(403));
    assertThatThrownBy(() -> forbidden.ask("q")).isInstanceOf(HandshakeRefusedException.class);
    assertThat(server.connections()).isOne();
  }

  @Test
  void failsTypedOnWhatIsNoJson() {
    RagDoor door = door((peer, request) -> peer.send("not {json"));
    assertThatThrownBy(() -> door.ask("q")).isInstanceOf(ProtocolException.class);
  }

  @Test
  void failsTypedOnAnAnswerWithoutContent() {
    RagDoor door =
        door(
            (peer, request) ->
                peer.send(
                    "{\"type\":\"response\",\"id\":\"" + request.path("id").asText() + "\"}"));
    assertThatThrownBy(() -> door.ask("q")).isInstanceOf(ProtocolException.class);
  }

  @Test
  void failsTypedWhenCutMidFrame() {
    RagDoor door = door((peer, request) -> peer.cutMidFrame("x".repeat(400)));
    assertThatThrownBy(() -> door.ask("q")).isInstanceOf(ConnectionException.class);
  }

  @Test
  void givesUpOnASilentServerAndIgnoresTheLateAnswer() {
    List<ObjectNode> late = new CopyOnWriteArrayList<>();
    RagDoor door =
        door(
            (peer, request) -> {
              if (late.isEmpty()) {
                late.add(request);
              } else {
                RagScript.succeed(peer, late.get(0), RagScript.rows(late.get(0)));
                RagScript.succeed(peer, request, RagScript.rows(request));
              }
            });
    assertThatThrownBy(() -> door.explain("slow")).isInstanceOf(RequestTimeoutException.class);
    assertThat(door.ask("next").rows().get(0)).containsEntry("q", "next");
    assertThat(server.connections()).isOne();
  }

  @Test
  void progressStartsTheTimeAnew() {
    List<Progress> seen = new CopyOnWriteArrayList<>();
    RagDoor door =
        door(
            (peer, request) -> {
              for (int i = 1; i <= 40; i++) {
                Thread.sleep(1000);
                peer.send(
                    "{\"type\":\"notification\",\"method\":\"query.progress\",\"params\":{"
                        + "\"query_id\":\""
                        + request.path("id").asText()
                        + "\",\"progress\":0.5,\"message\":\"m\",\"elapsed\":1.5}}");
                if (i == 4) {
                  RagScript.succeed(peer, request, RagScript.rows(request));
                  return;
                }
              }
            });
    RagQuestion question =
        RagQuestion.of("q")
            .withOptions(RagOptions.defaults().withTimeout(Duration.ofSeconds(1)))
            .withProgress(seen::add);
    assertThat(door.ask(question).rows()).hasSize(1);
    assertThat(seen).hasSize(4).contains(new Progress(0.5, "m", Duration.ofMillis(1500)));
  }

  @Test
  void tellsNoticesUntilToldNotTo() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    RagDoor door =
        door(
            (peer, request) -> {
              peer.send(
                  "{\"type\":\"notification\",\"method\":\"system.status\","
                      + "\"params\":{\"status\":\"maintenance\",\"message\":\"m\"}}");
              RagScript.succeed(peer, request, RagScript.rows(request));
            });
    List<RagNotice> notices = new CopyOnWriteArrayList<>();
    try (Registration registration =
        door.onNotice(
            notice -> {
              notices.add(notice);
              told.countDown();
            })) {
      assertThat(registration).isNotNull();
      door.ask("q");
      assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
    }
    door.ask("q");
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0).params()).containsEntry("status", "maintenance");
  }

  @Test
  void cancellingTheOnlyRequestStopsTheServer() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    RagDoor door =
        play(
            peer -> {
              script.play(peer, (to, request) -> asked.countDown());
              left.countDown();
            });
    CompletableFuture<RagAnswer> answer = door.askAsync("q");
    assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
    answer.cancel(true);
    assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void endsWhatIsOutstandingWhenClosed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    RagDoor door = door((peer, request) -> asked.countDown());
    CompletableFuture<RagAnswer> answer = door.askAsync("q");
    assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
    opened.get(0).close();
    assertThatThrownBy(answer::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ConnectionException.class);
    assertThatThrownBy(() -> door.ask("after")).hasMessageContaining("closed");
  }
}
