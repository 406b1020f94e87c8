package org.wenshu.client.feed;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.transport.Failures;

/** Waits of callers, each with an end. */
final class Waiting {
  private Waiting() {}

  /** False when it fails, when the time is over, and when the caller is interrupted. */
  static boolean truth(CompletableFuture<Boolean> outcome, Duration time) {
    try {
      return outcome.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns when it is done, however it ends, or when the time is over. */
  static void forEnd(CompletableFuture<Void> end, Duration time) {
    truth(end.handle((done, failure) -> true), time);
  }

  /**
   * Returns the outcome.
   *
   * @throws org.wenshu.client.WenshuException when it fails or the time is over
   */
  static <T> T forOutcome(CompletionStage<T> outcome, Duration time) {
    try {
      return outcome.toCompletableFuture().get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw Failures.of("The request failed", e);
    } catch (TimeoutException e) {
      throw new RequestTimeoutException("answer", time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionException("Interrupted", e);
    }
  }

  /** What the server says to a subscription, or that it said nothing in time. */
  static CompletableFuture<SubscriptionConfirmation> confirmation(
      SubscriptionBook.Entry entry, Duration time) {
    return entry
        .confirmed()
        .copy()
        .orTimeout(time.toNanos(), TimeUnit.NANOSECONDS)
        .handle(
            (word, failure) -> {
              if (failure == null) {
                return word;
              }
              throw Failures.unwrapped(failure) instanceof TimeoutException
                  ? new RequestTimeoutException("confirmation", time)
                  : Failures.of("The subscription failed", failure);
            });
  }
}
