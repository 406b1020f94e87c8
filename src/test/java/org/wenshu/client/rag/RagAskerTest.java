package org.wenshu.client.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.RetryPolicy;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Wenshu;
import org.wenshu.client.WenshuException;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RagAskerTest {
  private static final RetryPolicy FAST =
      new RetryPolicy(3, Duration.ofMillis(5), 2, Duration.ofMillis(50), 0.1);

  private final AtomicInteger asked = new AtomicInteger();

  private static RagAnswer answer(String sql) {
    return new RagAnswer(
        List.of(),
        sql,
        "",
        List.of(),
        List.of(),
        Duration.ZERO,
        "",
        false,
        false,
        Optional.empty(),
        Map.of());
  }

  /** Fails so often, then answers with the number of the call. */
  private RagAsker failing(int times, WenshuException failure) {
    return question ->
        asked.incrementAndGet() <= times
            ? CompletableFuture.failedFuture(failure)
            : CompletableFuture.completedFuture(answer("call " + asked.get()));
  }

  @Test
  void asksAgainAfterFailuresThatMayPass() {
    RagAsker asker = failing(2, new ConnectionException("gone", null)).retrying(FAST);
    assertThat(asker.ask("q").sql()).isEqualTo("call 3");
  }

  @Test
  void givesUpAfterTheLastTry() {
    RagAsker asker = failing(9, new ConnectionException("gone", null)).retrying(FAST);
    assertThatThrownBy(() -> asker.ask("q")).isInstanceOf(ConnectionException.class);
    assertThat(asked).hasValue(3);
  }

  @Test
  void doesNotRepeatWhatCannotSucceed() {
    RagAsker asker = failing(9, new ProtocolException("odd", null)).retrying(FAST);
    assertThatThrownBy(() -> asker.ask("q")).isInstanceOf(ProtocolException.class);
    assertThat(asked).hasValue(1);
  }

  @Test
  void stopsTryingWhenNobodyWaits() throws InterruptedException {
    RetryPolicy slow = new RetryPolicy(9, Duration.ofMillis(100), 1, Duration.ofSeconds(1), 0);
    CompletableFuture<RagAnswer> answer =
        failing(9, new ConnectionException("gone", null))
            .retrying(slow)
            .askAsync(RagQuestion.of("q"));
    answer.cancel(true);
    Thread.sleep(400);
    assertThat(asked).hasValue(1);
  }

  @Test
  void remembersAnswersForATime() {
    AtomicLong now = new AtomicLong();
    RagAsker asker =
        new AnswerCache(
            failing(0, new ConnectionException("", null)), Duration.ofNanos(100), 2, now::get);
    assertThat(asker.ask("a").sql()).isEqualTo("call 1");
    assertThat(asker.ask("a").sql()).isEqualTo("call 1");
    RagQuestion other = RagQuestion.of("a").withOptions(RagOptions.defaults().withLimit(3));
    assertThat(asker.ask(other).sql()).isEqualTo("call 2");
    now.set(100);
    assertThat(asker.ask("a").sql()).isEqualTo("call 3");
    asker.ask("b");
    asker.ask("c");
    assertThat(asker.ask("a").sql()).as("displaced by newer ones").isEqualTo("call 6");
    assertThat(asker.ask(RagQuestion.of("a").inSession("s")).sql()).isEqualTo("call 7");
  }

  @Test
  void doesNotRememberFailures() {
    RagAsker asker =
        failing(1, new ConnectionException("gone", null)).caching(Duration.ofMinutes(5), 10);
    assertThatThrownBy(() -> asker.ask("q")).isInstanceOf(ConnectionException.class);
    assertThat(asker.ask("q").sql()).isEqualTo("call 2");
  }

  @Test
  void asksABatchAFewAtATime() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    RagAsker asker =
        question -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          return CompletableFuture.supplyAsync(
              () -> {
                now.decrementAndGet();
                if (question.question().equals("q7")) {
                  throw new ConnectionException("gone", null);
                }
                return answer(question.question());
              },
              CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
        };
    List<RagQuestion> questions =
        IntStream.range(0, 50).mapToObj(i -> RagQuestion.of("q" + i)).toList();

    List<Batch.Outcome> outcomes = Batch.ask(asker, questions, 5);

    assertThat(outcomes).extracting(Batch.Outcome::question).isEqualTo(questions);
    assertThat(outcomes.get(7).failure()).containsInstanceOf(ConnectionException.class);
    assertThat(outcomes.get(8).answer().orElseThrow().sql()).isEqualTo("q8");
    assertThat(most.get()).isLessThanOrEqualTo(5);
    assertThat(Batch.ask(asker, List.of(), 5)).isEmpty();
  }

  @Test
  void spreadsQuestionsOverAPool() {
    RagScript script = new RagScript();
    try (ScriptedServer server =
            ScriptedServer.start(
                peer ->
                    script.play(
                        peer,
                        (to, request) -> {
                          Thread.sleep(50);
                          RagScript.succeed(to, request, RagScript.rows(request));
                        }));
        Wenshu client = Wenshu.connect(server.address())) {
      RagPool pool = new RagPool(client.transport(), 3);
      List<CompletableFuture<RagAnswer>> answers =
          IntStream.range(0, 9).mapToObj(i -> pool.askAsync("q" + i)).toList();
      answers.forEach(answer -> assertThat(answer.join().rows()).hasSize(1));
      assertThat(server.connections()).isEqualTo(3);
    }
  }
}
