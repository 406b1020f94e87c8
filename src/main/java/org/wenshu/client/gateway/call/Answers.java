package org.wenshu.client.gateway.call;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.WenshuException;

/** Waits for futures and unwraps what they fail with. */
public final class Answers {
  private Answers() {}

  /**
   * Waits for the result. The futures of this library have deadlines of their own. A thread that is
   * interrupted stops waiting, and the call is abandoned.
   *
   * @throws WenshuException what the future failed with
   */
  public static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (CancellationException e) {
      throw new ConnectionException("The call was cancelled", e);
    } catch (InterruptedException e) {
      future.cancel(false);
      Thread.currentThread().interrupt();
      throw new ConnectionException("The thread that waited was interrupted", e);
    }
  }

  /** What is made of a result; cancelling it cancels what it is made of. */
  public static <A, B> CompletableFuture<B> map(
      CompletableFuture<A> from, Function<? super A, ? extends B> made) {
    CompletableFuture<B> result = from.thenApply(made);
    return cancelling(result, from);
  }

  /** What a thread of the client works out; fails when the client is closed. */
  public static <T> CompletableFuture<T> supply(Supplier<T> work, Executor threads) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.failedFuture(new ClientClosedException());
    }
  }

  /** What to do once a stage is done, well or not. */
  public static <T> void whenDone(
      CompletionStage<T> stage, BiConsumer<? super T, ? super Throwable> action) {
    var unused = stage.whenComplete(action);
  }

  /** The future, which when it is cancelled cancels the other. */
  public static <T> CompletableFuture<T> cancelling(
      CompletableFuture<T> result, CompletableFuture<?> other) {
    whenDone(
        result,
        (done, failure) -> {
          if (result.isCancelled()) {
            other.cancel(true);
          }
        });
    return result;
  }

  /** The cause behind the wrappers that futures add. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** The failure as an exception that may be thrown. */
  public static RuntimeException failure(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known
        ? known
        : new ConnectionException("The call failed: " + cause.getMessage(), cause);
  }
}
