package org.wenshu.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

class CircuitBreakerTest {
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger calls = new AtomicInteger();
  private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofSeconds(10), now::get);

  @Test
  void callsTheModelWhileItWorks() {
    assertThat(breaker.call(() -> "x")).isEqualTo("x");
  }

  @Test
  void refusesAtOnceAfterFailuresInARow() {
    failAfter(Duration.ofSeconds(10), ErrorCode.MODEL_TIMED_OUT);
    fail(ErrorCode.MODEL_UNAVAILABLE);

    fail(ErrorCode.MODEL_UNAVAILABLE);

    assertThat(calls).hasValue(2);
  }

  @Test
  void tellsWhetherCallsAreMade() {
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    open();
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
    now.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
    breaker.call(() -> "x");
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void successBetweenFailuresStartsTheCountAnew() {
    fail(ErrorCode.MODEL_UNAVAILABLE);
    breaker.call(() -> "x");
    fail(ErrorCode.MODEL_UNAVAILABLE);
    fail(ErrorCode.MODEL_UNAVAILABLE);

    assertThat(calls).hasValue(3);
  }

  @Test
  void failuresThatAreNotTheModelsDoNotCount() {
    fail(ErrorCode.QUESTION_TIMED_OUT);
    fail(ErrorCode.QUESTION_TIMED_OUT);
    fail(ErrorCode.QUESTION_TIMED_OUT);

    assertThat(calls).hasValue(3);
  }

  @Test
  void aModelThatWasGivenLittleTimeHasNotFailed() {
    for (int i = 0; i < 3; i++) {
      failAfter(Duration.ofSeconds(9), ErrorCode.MODEL_TIMED_OUT);
    }

    assertThat(calls).hasValue(3);
  }

  @Test
  void probesOnceAfterThePauseAndClosesOnSuccess() {
    open();
    now.addAndGet(Duration.ofSeconds(11).toNanos());

    String first =
        breaker.call(
            () -> {
              assertThatThrownBy(() -> breaker.call(() -> "second"))
                  .isInstanceOf(WenshuException.class);
              return "first";
            });

    assertThat(first).isEqualTo("first");
    assertThat(breaker.call(() -> "x")).isEqualTo("x");
  }

  @Test
  void aFailedProbeOpensForAnotherPause() {
    open();
    now.addAndGet(Duration.ofSeconds(11).toNanos());
    fail(ErrorCode.MODEL_UNAVAILABLE);
    now.addAndGet(Duration.ofSeconds(9).toNanos());

    fail(ErrorCode.MODEL_UNAVAILABLE);

    assertThat(calls).hasValue(3);
  }

  @Test
  void aCancelledProbeLetsTheNextCallProbe() {
    open();
    now.addAndGet(Duration.ofSeconds(11).toNanos());
    Supplier<String> cancelled =
        () -> {
          throw new CancellationException();
        };
    assertThatThrownBy(() -> breaker.call(cancelled)).isInstanceOf(CancellationException.class);

    assertThat(breaker.call(() -> "x")).isEqualTo("x");
  }

  private void open() {
    fail(ErrorCode.MODEL_UNAVAILABLE);
    fail(ErrorCode.MODEL_UNAVAILABLE);
  }

  private void failAfter(Duration time, ErrorCode code) {
    assertThatThrownBy(
            () ->
                breaker.call(
                    () -> {
                      calls.incrementAndGet();
                      now.addAndGet(time.toNanos());
                      throw new WenshuException(code, new Wording("坏了", "Broken"));
                    }))
        .isInstanceOf(WenshuException.class);
  }

  private void fail(ErrorCode code) {
    Supplier<String> failing =
        () -> {
          calls.incrementAndGet();
          throw new WenshuException(code, new Wording("坏", "bad"));
        };
    assertThatThrownBy(() -> breaker.call(failing)).isInstanceOf(WenshuException.class);
  }
}
