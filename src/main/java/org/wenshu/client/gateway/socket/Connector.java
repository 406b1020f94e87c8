package org.wenshu.client.gateway.socket;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.transport.Attempts;
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
    Attempts.begin(transport, this::open, fresh);
    return fresh;
  }

  private static boolean usable(CompletableFuture<Connection> connection) {
    if (!connection.isDone()) {
      return true;
    }
    return !connection.isCompletedExceptionally() && connection.join().isOpen();
  }

  private CompletableFuture<Connection> open() {
    Connection connection =
        new Connection(issued, transport.watchdogs(), config.timeouts().unread());
    return Answers.supply(this::address, transport.executor())
        .thenCompose(address -> transport.connect(address, Map.of(), connection))
        .thenApply(connection::start)
        .thenApply(this::wanted);
  }

  private Connection wanted(Connection connection) {
    boolean over;
    synchronized (this) {
      over = closed;
    }
    if (over) {
      connection.close(new ClientClosedException());
      throw new ClientClosedException();
    }
    return connection;
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
