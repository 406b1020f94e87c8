package org.wenshu.client.transport;

import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.ClientBusyException;
import org.wenshu.client.WenshuException;

/**
 * Messages on their way out, in the order in which they were given. The JDK takes one at a time and
 * fails a second one, so the others wait here. Bounded by size; one message always has a place.
 */
final class Outbox {
  private final WebSocket socket;
  private final long bound;
  private final Queue<Outgoing> waiting = new ArrayDeque<>();
  private long size;
  private boolean sending;
  private WenshuException ended;

  Outbox(WebSocket socket, long bound) {
    this.socket = socket;
    this.bound = bound;
  }

  CompletableFuture<Void> add(Outgoing message) {
    synchronized (this) {
      if (ended != null) {
        return CompletableFuture.failedFuture(ended);
      }
      if (size > 0 && size + message.size() > bound) {
        return CompletableFuture.failedFuture(
            new ClientBusyException("More than " + bound + " characters wait to be sent"));
      }
      size += message.size();
      waiting.add(message);
    }
    pump();
    return message.sent();
  }

  /** Fails what waits and all that would be given. */
  void end(WenshuException reason) {
    List<Outgoing> left;
    synchronized (this) {
      ended = ended == null ? reason : ended;
      left = new ArrayList<>(waiting);
      waiting.clear();
    }
    left.forEach(message -> message.sent().completeExceptionally(reason));
  }

  /** Loops instead of recursing where the JDK is done at once, which is the usual case. */
  private void pump() {
    for (Outgoing next = take(); next != null; next = take()) {
      Outgoing message = next;
      CompletableFuture<WebSocket> handed = message.hand(socket);
      if (!handed.isDone()) {
        var unused =
            handed.whenComplete(
                (done, failure) -> {
                  finish(message, failure);
                  pump();
                });
        return;
      }
      finish(message, handed.isCompletedExceptionally() ? failureOf(handed) : null);
    }
  }

  private synchronized Outgoing take() {
    if (sending || waiting.isEmpty()) {
      return null;
    }
    sending = true;
    return waiting.remove();
  }

  private void finish(Outgoing message, Throwable failure) {
    WenshuException reason;
    synchronized (this) {
      sending = false;
      size -= message.size();
      reason = ended;
    }
    if (failure == null) {
      message.sent().complete(null);
    } else if (reason == null) {
      message.sent().completeExceptionally(Failures.of("The message could not be sent", failure));
    } else {
      message.sent().completeExceptionally(reason);
    }
  }

  private static Throwable failureOf(CompletableFuture<WebSocket> handed) {
    return handed.handle((done, failure) -> failure).join();
  }
}
