package org.wenshu.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.wenshu.client.rag.RagException;
import org.wenshu.client.transport.Failures;

/**
 * How often and how fast a call that failed is made again. Only failures that may pass are tried
 * again ({@link WenshuException#retriable}); a server that says how long to wait is obeyed.
 *
 * @param tries how often the call is made altogether, at least 1
 * @param first the wait before the second try
 * @param factor by what each further wait is multiplied, at least 1
 * @param most no wait is longer; a server that asks for more is not asked again
 * @param jitter the part that is added by chance, 0 to 1, so that clients do not come in step
 */
public record RetryPolicy(int tries, Duration first, double factor, Duration most, double jitter) {
  /** Numbers outside of what is described are refused. */
  public RetryPolicy {
    if (tries < 1 || factor < 1 || jitter < 0 || jitter > 1 || first.isNegative()) {
      throw new IllegalArgumentException("At least one try, and waits that do not shrink");
    }
  }

  /** Three tries, 1 s and 2 s apart, at most 30 s, a tenth by chance. */
  public static RetryPolicy defaults() {
    return new RetryPolicy(3, Duration.ofSeconds(1), 2, Duration.ofSeconds(30), 0.1);
  }

  /** Makes the call, and again as long as this allows. Cancelling stops further tries. */
  public <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    attempt(call, result, 1);
    return result;
  }

  private <T> void attempt(
      Supplier<CompletableFuture<T>> call, CompletableFuture<T> result, int number) {
    CompletableFuture<T> current = call.get();
    var unused =
        current.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                result.complete(value);
                return;
              }
              Throwable reason = Failures.unwrapped(failure);
              Optional<Duration> wait = waitAfter(number, reason);
              if (wait.isEmpty() || result.isDone()) {
                result.completeExceptionally(reason);
              } else {
                later(wait.get()).execute(() -> again(call, result, number + 1));
              }
            });
    var unusedToo =
        result.whenComplete(
            (value, failure) -> {
              if (failure != null) {
                current.cancel(true);
              }
            });
  }

  private <T> void again(
      Supplier<CompletableFuture<T>> call, CompletableFuture<T> result, int number) {
    if (!result.isDone()) {
      attempt(call, result, number);
    }
  }

  private static Executor later(Duration wait) {
    return CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The wait after so many tries that ended so; empty when there is no further one. */
  Optional<Duration> waitAfter(int triesSoFar, Throwable reason) {
    boolean may = reason instanceof WenshuException own && own.retriable();
    if (!may || triesSoFar >= tries) {
      return Optional.empty();
    }
    double grown = (double) first.toMillis() * Math.pow(factor, Math.min(triesSoFar - 1, 60));
    double bounded = Math.min(grown, (double) most.toMillis());
    double wait = bounded * (1 + jitter * ThreadLocalRandom.current().nextDouble());
    Duration ours = Duration.ofMillis(Math.round(wait));
    Optional<Duration> asked =
        reason instanceof RagException told ? told.retryAfter() : Optional.empty();
    if (asked.isPresent() && asked.get().compareTo(most) > 0) {
      return Optional.empty();
    }
    return Optional.of(asked.filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours));
  }
}
