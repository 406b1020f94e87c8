package org.wenshu.client.ask;

import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.wenshu.client.ClientBusyException;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.transport.Failures;
import org.wenshu.client.transport.Transport;
import org.wenshu.client.transport.Watchdog;

/**
 * The sockets of one door. A socket serves one question at a time and is kept for the next; so many
 * are idle at most, and so many are in use at most.
 */
final class Connections {
  private static final String PATH = "/ws";

  private final Transport transport;
  private final int mostIdle;
  private final int mostInUse;
  private final Semaphore places;
  private final Deque<AskConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean serverTellsEnd;

  Connections(Transport transport, int mostIdle, int mostInUse) {
    this.transport = transport;
    this.mostIdle = mostIdle;
    this.mostInUse = mostInUse;
    this.places = new Semaphore(mostInUse);
  }

  Watchdog watchdog(Runnable bark) {
    return transport.watchdogs().watchdog(bark);
  }

  Duration answerTimeout() {
    return transport.config().timeouts().answer();
  }

  /** Whether this server marks the end of each answer, which older ones do not. */
  boolean serverTellsEnd() {
    return serverTellsEnd;
  }

  void serverToldEnd() {
    serverTellsEnd = true;
  }

  /** A socket for one question: the one used last, or a new one. */
  CompletableFuture<AskConnection> take() {
    if (!places.tryAcquire()) {
      return CompletableFuture.failedFuture(
          new ClientBusyException("More than " + mostInUse + " questions are being answered"));
    }
    for (AskConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      if (kept.isOpen()) {
        return CompletableFuture.completedFuture(kept);
      }
    }
    return open()
        .whenComplete(
            (opened, failure) -> {
              if (failure != null) {
                places.release();
              }
            });
  }

  /** Keeps it for the next question. */
  void giveBack(AskConnection used) {
    places.release();
    if (used.isOpen() && idle.size() < mostIdle) {
      idle.addFirst(used);
    } else {
      used.close("");
    }
  }

  /** Closes it, which stops what the server does for it. */
  void discard(AskConnection used, String reason) {
    places.release();
    used.close(reason);
  }

  private CompletableFuture<AskConnection> open() {
    ClientConfig config = transport.config();
    AskConnection connection = new AskConnection();
    return CompletableFuture.supplyAsync(() -> headers(config), transport.executor())
        .thenCompose(headers -> transport.connect(config.socket(PATH), headers, connection))
        .handle(
            (socket, failure) -> {
              if (failure != null) {
                throw Failures.of("No connection", failure);
              }
              connection.opened(socket);
              return connection;
            });
  }

  private static Map<String, String> headers(ClientConfig config) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept-Language", config.locale().toLanguageTag());
    config.token().token().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
    return headers;
  }
}
