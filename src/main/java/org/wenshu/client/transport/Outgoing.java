package org.wenshu.client.transport;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** One message on its way out, the close message included. */
final class Outgoing {
  private final Function<WebSocket, CompletableFuture<WebSocket>> act;
  private final long size;
  private final CompletableFuture<Void> sent = new CompletableFuture<>();

  Outgoing(long size, Function<WebSocket, CompletableFuture<WebSocket>> act) {
    this.size = size;
    this.act = act;
  }

  long size() {
    return size;
  }

  CompletableFuture<Void> sent() {
    return sent;
  }

  /** Hands the message to the JDK; whatever it throws is in the future. */
  CompletableFuture<WebSocket> hand(WebSocket socket) {
    try {
      return act.apply(socket);
    } catch (IllegalStateException | IllegalArgumentException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }
}
