package org.wenshu.client.gateway.socket;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.WenshuException;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.transport.Failures;
import org.wenshu.client.transport.Transport;

/**
 * Gives the connection that all requests share: the open one, else a new one. One is opened at a
 * time, after waits that grow while tries fail.
 */
final class Connector {
  private final Transport transport;
  private final ClientConfig config;
  private final IssuedIds issued;
  private CompletableFuture<Connection> current;
  private boolean closed;

  Connector(Transport transport, IssuedIds issued) {
    this.transport = transport;
    this.config = transport.config();
    this.issued = issued;
  }

  /** An open connection, soon. */
  CompletableFuture<Connection> connection() {
    CompletableFuture<Connection> fresh;
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedFuture(new ClientClosedException());
      }
      if (current != null && usable(current)) {
        return current;
      }
      fresh = new CompletableFuture<>();
      current = fresh;
    }
    attempt(fresh, 1);
    return fresh;
  }

  private static boolean usable(CompletableFuture<Connection> connection) {
    if (!connection.isDone()) {
      return true;
    }
    return !connection.isCompletedExceptionally() && connection.join().isOpen();
  }

  private void attempt(CompletableFuture<Connection> result, int number) {
    Connection connection = new Connection(issued);
    Answers.whenDone(
        Answers.supply(this::address, transport.executor())
            .thenCompose(address -> transport.connect(address, Map.of(), connection)),
        (socket, failure) -> {
          if (failure == null) {
            opened(result, connection.start(socket));
          } else {
            again(result, number, Failures.of("No connection", failure));
          }
        });
  }

  private void opened(CompletableFuture<Connection> result, Connection connection) {
    boolean wanted;
    synchronized (this) {
      wanted = !closed;
    }
    if (wanted) {
      result.complete(connection);
    } else {
      connection.close(new ClientClosedException());
      result.completeExceptionally(new ClientClosedException());
    }
  }

  private void again(CompletableFuture<Connection> result, int failures, WenshuException why) {
    Optional<Duration> wait =
        why.retriable() ? config.reconnect().waitAfter(failures) : Optional.empty();
    if (wait.isEmpty()) {
      result.completeExceptionally(why);
      return;
    }
    try {
      var unused =
          transport
              .timers()
              .schedule(
                  () -> attempt(result, failures + 1),
                  wait.get().toMillis(),
                  TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException over) {
      result.completeExceptionally(new ClientClosedException());
    }
  }

  private URI address() {
    String query = config.token().token().map(token -> "?token=" + Route.encoded(token)).orElse("");
    return config.socket("/api/v1/socket" + query);
  }

  /** Ends the connection; what is under way fails. Idempotent. */
  void close() {
    CompletableFuture<Connection> last;
    synchronized (this) {
      closed = true;
      last = current;
    }
    if (last != null) {
      Answers.whenDone(
          last,
          (connection, failure) -> {
            if (failure == null) {
              connection.close(new ClientClosedException());
            }
          });
    }
  }
}
