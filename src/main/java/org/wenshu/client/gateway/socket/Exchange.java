package org.wenshu.client.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.gateway.error.GatewayApiException;

/**
 * A request that was sent, and what has come back and was not yet taken. Bounded: while it is full
 * the socket is not read. Safe for many threads, but for one taker.
 */
final class Exchange {
  /** So many chunks may wait for a slow taker. */
  static final int MOST_CHUNKS = 256;

  private final String id;
  private final boolean single;
  private final Duration timeout;
  private final Executor threads;
  private final CompletableFuture<Ending> over = new CompletableFuture<>();
  private List<JsonNode> arrived = new ArrayList<>();
  private CompletableFuture<List<JsonNode>> taker;
  private Throwable failure;
  private boolean complete;
  private volatile int waiting;
  private volatile Runnable whenTaken = () -> {};

  /** How an exchange ends. */
  enum Ending {
    /** The server has said its last word. */
    ANSWERED,
    /** The connection is gone. */
    LOST,
    /** Nobody wants more; the server may still be at it. */
    ABANDONED
  }

  Exchange(String id, boolean single, Duration timeout, Executor threads) {
    this.id = id;
    this.single = single;
    this.timeout = timeout;
    this.threads = threads;
  }

  String id() {
    return id;
  }

  /** Done when nothing more will come. */
  CompletableFuture<Ending> over() {
    return over;
  }

  /** Whether reading has to stop until something was taken. */
  boolean isFull() {
    return waiting >= MOST_CHUNKS;
  }

  /** Who is told that there is place again. */
  void onTaken(Runnable listener) {
    whenTaken = listener;
  }

  /** All that has arrived, else the next to arrive; nothing after the last. */
  CompletableFuture<List<JsonNode>> next() {
    CompletableFuture<List<JsonNode>> result = new CompletableFuture<>();
    synchronized (this) {
      if (arrived.isEmpty() && !complete && failure == null) {
        taker = result;
        return timed(result);
      }
      take(result);
    }
    whenTaken.run();
    return result;
  }

  private void take(CompletableFuture<List<JsonNode>> result) {
    if (arrived.isEmpty() && failure != null) {
      result.completeExceptionally(failure);
      return;
    }
    List<JsonNode> taken = arrived;
    arrived = new ArrayList<>();
    waiting = 0;
    result.complete(taken);
  }

  private CompletableFuture<List<JsonNode>> timed(CompletableFuture<List<JsonNode>> result) {
    CompletableFuture<List<JsonNode>> limited =
        result.copy().orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    return limited.exceptionallyCompose(
        late -> {
          if (!(late instanceof TimeoutException)) {
            return CompletableFuture.failedFuture(late);
          }
          RequestTimeoutException told = new RequestTimeoutException("answer", timeout);
          fail(told, Ending.ABANDONED);
          return CompletableFuture.failedFuture(told);
        });
  }

  /** Takes what the server says. */
  void accept(Frame frame) {
    GatewayApiException error = frame.error().orElse(null);
    if (error != null) {
      fail(error, Ending.ANSWERED);
    } else if (frame.response().isMissingNode()) {
      fail(new ProtocolException("A frame lacks 'response'", null), Ending.ABANDONED);
    } else {
      add(frame.response(), frame.last(single));
    }
  }

  private void add(JsonNode response, boolean last) {
    CompletableFuture<List<JsonNode>> waiter = null;
    synchronized (this) {
      if (over.isDone()) {
        return;
      }
      // Of a whole answer only the last frame counts; some servers think aloud before it.
      if (last || !single) {
        waiter = taker;
        taker = null;
        if (waiter == null) {
          arrived.add(response);
          waiting = arrived.size();
        }
      }
      complete |= last;
    }
    if (last) {
      over.complete(Ending.ANSWERED);
    }
    if (waiter != null) {
      CompletableFuture<List<JsonNode>> told = waiter;
      hand(() -> told.complete(List.of(response)));
    }
  }

  /** Ends it; what has arrived can still be taken. Does nothing to one that has ended. */
  void fail(Throwable why, Ending how) {
    CompletableFuture<List<JsonNode>> waiter;
    synchronized (this) {
      if (over.isDone()) {
        return;
      }
      failure = why;
      waiter = taker;
      taker = null;
    }
    over.complete(how);
    if (waiter != null) {
      hand(() -> waiter.completeExceptionally(why));
    }
  }

  /** Who waits goes on elsewhere, so that the socket is read on. */
  private void hand(Runnable told) {
    try {
      threads.execute(told);
    } catch (RejectedExecutionException closed) {
      told.run();
    }
  }
}
