package org.wenshu.client.gateway.socket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wenshu.client.ClientBusyException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.transport.Failures;

/** The places for requests that are under way. Who finds none waits in the order of arrival. */
final class Slots {
  /** So many may wait; more are refused. */
  static final int MOST_WAITING = 10_000;

  private final Duration patience;
  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private int free;

  Slots(int places, Duration patience) {
    this.free = places;
    this.patience = patience;
  }

  /** Takes a place, which has to be given back with {@link #release}. */
  CompletableFuture<Void> acquire() {
    CompletableFuture<Void> place = new CompletableFuture<>();
    synchronized (this) {
      if (free > 0) {
        free--;
        place.complete(null);
        return place;
      }
      waiting.removeIf(CompletableFuture::isDone);
      if (waiting.size() >= MOST_WAITING) {
        place.completeExceptionally(
            new ClientBusyException(MOST_WAITING + " requests wait for a place"));
        return place;
      }
      waiting.add(place);
    }
    place.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS);
    return place.exceptionallyCompose(late -> CompletableFuture.failedFuture(failure(late)));
  }

  private Throwable failure(Throwable late) {
    Throwable inner = Failures.unwrapped(late);
    return inner instanceof TimeoutException
        ? new RequestTimeoutException("place for a request", patience)
        : inner;
  }

  /** Gives a place back, to the one who has waited longest. */
  void release() {
    CompletableFuture<Void> next;
    do {
      synchronized (this) {
        next = waiting.poll();
        if (next == null) {
          free++;
          return;
        }
      }
    } while (!next.complete(null));
  }
}
