package org.wenshu.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** Wherever a call waits, it ends at its deadline, and at once when it is told to. */
@Timeout(60)
class ModelClientTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";

  private final ScriptedModelServer server = ScriptedModelServer.start();
  private final DeafServer full = DeafServer.full();
  private final DeafServer reachable = DeafServer.reachable();
  private final Gate lookup = new Gate();
  private final ModelClient client =
      new ModelClient(ModelConnections.pool(1, LONG, new NameLookup(new Names())));
  private final List<ModelExchange> others = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    others.forEach(ModelExchange::close);
    lookup.open();
    client.close();
    full.close();
    reachable.close();
    server.close();
  }

  /** What a call waits for. */
  enum Stage {
    CONNECTION_OF_ANOTHER,
    NAME,
    CONNECTION,
    HANDSHAKE,
    HEAD,
    HEAD_BYTE_BY_BYTE,
    EVENT,
    EVENT_BYTE_BY_BYTE,
    CHUNK_SIZE_BYTE_BY_BYTE,
    EVENT_AMONG_COMMENTS
  }

  @ParameterizedTest
  @EnumSource
  void endsAtItsDeadline(Stage stage) throws Exception {
    URI address = prepared(stage);
    Duration time = Duration.ofMillis(400);
    long start = System.nanoTime();

    Throwable failure = failureOf(started(address, Deadline.after(time), new Cancellation()));

    assertThat(failure)
        .isInstanceOfSatisfying(
            WenshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_TIMED_OUT));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(time, AT_ONCE);
    assertTheOneConnectionIsFree();
  }

  @ParameterizedTest
  @EnumSource
  void endsAtOnceWhenCancelled(Stage stage) throws Exception {
    URI address = prepared(stage);
    Cancellation cancellation = new Cancellation();
    FutureTask<Void> call = waiting(address, cancellation);

    cancellation.cancel();

    assertThat(failureOf(call)).isInstanceOf(CancellationException.class);
    assertTheOneConnectionIsFree();
  }

  @ParameterizedTest
  @EnumSource
  void endsAtOnceWhenTheClientIsClosed(Stage stage) throws Exception {
    URI address = prepared(stage);
    FutureTask<Void> call = waiting(address, new Cancellation());

    client.close();

    assertThat(failureOf(call))
        .isInstanceOfSatisfying(
            WenshuException.class, e -> assertThat(e.wording().chinese()).isEqualTo("语言模型的回答中断"));
  }

  @ParameterizedTest
  @EnumSource
  void endsAtOnceWhenItsThreadIsInterrupted(Stage stage) throws Exception {
    URI address = prepared(stage);
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    FutureTask<Void> call = call(address, Deadline.after(LONG), new Cancellation());
    Thread thread =
        new Thread(
            () -> {
              call.run();
              stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    assertWaits(call);

    thread.interrupt();

    assertThat(failureOf(call))
        .isInstanceOfSatisfying(
            WenshuException.class, e -> assertThat(e.wording().chinese()).isEqualTo("语言模型的回答中断"));
    assertThat(stillInterrupted.get(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void leavesNoConnectionBehindAtWhateverMomentItIsCancelled() throws Exception {
    server.otherwise(ModelScript.hang());
    ScheduledExecutorService asker = Executors.newSingleThreadScheduledExecutor();
    try {
      for (int i = 0; i < 1_000; i++) {
        Cancellation cancellation = new Cancellation();
        var unused = asker.schedule(cancellation::cancel, i, TimeUnit.MICROSECONDS);
        FutureTask<Void> call = call(server.baseUrl(), Deadline.after(LONG), cancellation);
        call.run();
        assertThat(failureOf(call)).isInstanceOf(CancellationException.class);
      }
    } finally {
      asker.shutdownNow();
    }

    Deadline soon = Deadline.after(AT_ONCE);
    while (server.connections() > 0 && !soon.isPassed()) {
      Thread.sleep(10);
    }
    assertThat(server.connections()).isZero();
  }

  @Test
  void aClosedClientRefusesCalls() throws Exception {
    client.close();

    assertThat(failureOf(started(server.baseUrl(), Deadline.after(LONG), new Cancellation())))
        .isInstanceOfSatisfying(
            WenshuException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE));
  }

  @Test
  void dropsTheConnectionOfAnEndlessStreamThatNobodyReadsOn() throws Exception {
    server.otherwise(call -> call.drip(HEAD + "\r\n", "data: x\n\n".repeat(1_000)));

    ModelExchange exchange = sent(server.baseUrl());
    assertThat(new EventReader(exchange).next()).isEqualTo("x");
    exchange.close();

    ModelCall call = server.nextCall(AT_ONCE);
    assertThat(call.awaitCallerLeft(AT_ONCE)).isTrue();
  }

  @Test
  void waitsAMomentForTheEndOfAFinishedStreamAndNoLonger() throws Exception {
    server.otherwise(call -> call.drip(HEAD + "\r\ndata: x\n\n", ": comment\n\n"));

    ModelExchange exchange = sent(server.baseUrl());
    assertThat(new EventReader(exchange).next()).isEqualTo("x");
    exchange.finish();
    exchange.close();

    assertThat(server.nextCall(AT_ONCE).awaitCallerLeft(AT_ONCE)).isTrue();
  }

  @Test
  void replacesEveryKeptConnectionThatTheModelHasClosed() throws Exception {
    server.otherwise(ModelScript.pieces("x"));
    try (ModelClient two = new ModelClient(ModelConnections.pool(2, LONG, new NameLookup()))) {
      ModelExchange first = sent(two, server.baseUrl());
      ModelExchange second = sent(two, server.baseUrl());
      for (ModelExchange exchange : List.of(first, second)) {
        exchange.finish();
        exchange.close();
      }
      assertThat(server.connections()).isEqualTo(2);
      server.nextCall(AT_ONCE).cut();
      server.nextCall(AT_ONCE).cut();

      try (ModelExchange third = sent(two, server.baseUrl())) {
        assertThat(third.status()).isEqualTo(200);
      }
    }
  }

  @Test
  void triesNothingAgainOnAConnectionOfItsOwn() throws Exception {
    server.otherwise(ModelCall::cut);

    assertThat(failureOf(started(server.baseUrl(), Deadline.after(LONG), new Cancellation())))
        .isInstanceOfSatisfying(
            WenshuException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void followsNoRedirect() throws Exception {
    server.otherwise(
        call ->
            call.drip(
                "HTTP/1.1 307 Elsewhere\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n", ""));

    try (ModelExchange exchange = sent(server.baseUrl())) {
      assertThat(exchange.status()).isEqualTo(307);
    }
    assertThat(server.requests()).hasSize(1);
  }

  private URI prepared(Stage stage) {
    switch (stage) {
      case CONNECTION_OF_ANOTHER -> {
        server.otherwise(ModelScript.hangAfter("x"));
        others.add(sent(server.baseUrl()));
      }
      case HEAD -> server.otherwise(ModelScript.hang());
      case HEAD_BYTE_BY_BYTE -> server.otherwise(call -> call.drip(HEAD + "X: ", "x"));
      case EVENT -> server.otherwise(ModelScript.hangAfter("x"));
      case EVENT_BYTE_BY_BYTE -> server.otherwise(call -> call.drip(HEAD + "\r\ndata: ", "x"));
      case CHUNK_SIZE_BYTE_BY_BYTE ->
          server.otherwise(call -> call.drip(HEAD + "Transfer-Encoding: chunked\r\n\r\n1;x=", "x"));
      case EVENT_AMONG_COMMENTS ->
          server.otherwise(call -> call.drip(HEAD + "\r\n", ": comment\n\n"));
      default -> {
        // no answer is needed
      }
    }
    return switch (stage) {
      case NAME -> URI.create("http://slow.test/v1");
      case CONNECTION -> full.url("http");
      case HANDSHAKE -> reachable.url("https");
      default -> server.baseUrl();
    };
  }

  private FutureTask<Void> waiting(URI address, Cancellation cancellation) throws Exception {
    FutureTask<Void> call = started(address, Deadline.after(LONG), cancellation);
    assertWaits(call);
    return call;
  }

  private void assertTheOneConnectionIsFree() {
    others.forEach(ModelExchange::close);
    server.otherwise(ModelScript.pieces("x"));
    try (ModelExchange exchange = sent(server.baseUrl())) {
      assertThat(exchange.status()).isEqualTo(200);
    }
  }

  private static void assertWaits(FutureTask<Void> call) throws InterruptedException {
    Thread.sleep(200);
    assertThat(call.isDone()).isFalse();
  }

  private FutureTask<Void> started(URI address, Deadline deadline, Cancellation cancellation) {
    FutureTask<Void> call = call(address, deadline, cancellation);
    new Thread(call).start();
    return call;
  }

  private FutureTask<Void> call(URI address, Deadline deadline, Cancellation cancellation) {
    return new FutureTask<>(
        () -> {
          try (ModelExchange exchange =
              client.send(ModelClient.post(address, "{}"), deadline, cancellation)) {
            EventReader events = new EventReader(exchange);
            while (events.next() != null) {
              // all of them
            }
          }
          return null;
        });
  }

  private ModelExchange sent(URI address) {
    return sent(client, address);
  }

  private static ModelExchange sent(ModelClient client, URI address) {
    return client.send(ModelClient.post(address, "{}"), Deadline.after(LONG), new Cancellation());
  }

  private static Throwable failureOf(FutureTask<Void> call) throws Exception {
    try {
      call.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return e.getCause();
    }
    throw new AssertionError("The call did not fail");
  }

  /** Knows every host, but one only when the gate is open. */
  private final class Names implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
      if (host.equals("slow.test")) {
        try {
          lookup.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
