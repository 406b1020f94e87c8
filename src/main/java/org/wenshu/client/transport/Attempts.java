package org.wenshu.client.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.WenshuException;

/**
 * Tries to bring up a connection, one attempt after the other, with the waits of the client's
 * policy in between. What another attempt cannot mend ends it at once.
 *
 * @param <C> what is brought up
 */
public final class Attempts<C> {
  private final Transport transport;
  private final Supplier<CompletableFuture<C>> attempt;
  private final CompletableFuture<C> result;

  private Attempts(
      Transport transport, Supplier<CompletableFuture<C>> attempt, CompletableFuture<C> result) {
    this.transport = transport;
    this.attempt = attempt;
    this.result = result;
  }

  /**
   * Begins to try. The future is completed with the first connection, or fails with the {@link
   * WenshuException} of the last attempt.
   */
  public static <C> void begin(
      Transport transport, Supplier<CompletableFuture<C>> attempt, CompletableFuture<C> result) {
    new Attempts<>(transport, attempt, result).number(1);
  }

  private void number(int number) {
    var unused =
        attempt
            .get()
            .whenComplete(
                (connection, failure) -> {
                  if (failure == null) {
                    result.complete(connection);
                  } else {
                    again(number, Failures.of("No connection", failure));
                  }
                });
  }

  private void again(int failures, WenshuException why) {
    Optional<Duration> wait =
        why.retriable() ? transport.config().reconnect().waitAfter(failures) : Optional.empty();
    if (wait.isEmpty()) {
      result.completeExceptionally(why);
      return;
    }
    try {
      var unused =
          transport
              .timers()
              .schedule(() -> number(failures + 1), wait.get().toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException over) {
      result.completeExceptionally(new ClientClosedException());
    }
  }
}
