package org.wenshu.protocol.gateway.socket;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.protocol.frames.Conduct;
import org.wenshu.protocol.frames.FrameSenders;
import org.wenshu.protocol.gateway.GatewayConfig;
import org.wenshu.protocol.gateway.GatewayPrincipal;
import org.wenshu.protocol.gateway.service.ServiceCalls;

/**
 * All open sockets. A stop of the server is told to every request, then the socket is closed with
 * 1012, because clients take 1000 and 1001 for the end of an answer (section 3.6). Thread-safe.
 */
public final class SocketConnections {
  private static final int MAX_FRAME_CHARS = 1 << 20;
  private static final long FAREWELL_MILLIS = 1_000;

  private final GatewayConfig config;
  private final ServiceCalls calls;
  private final FrameSenders senders;
  private final Conduct conduct;
  private final AtomicInteger open;
  private final Set<SocketConnection> connections = ConcurrentHashMap.newKeySet();

  /** Sockets whose requests become these calls. */
  public SocketConnections(
      GatewayConfig config, ServiceCalls calls, FrameSenders senders, RequestMetrics metrics) {
    this.config = config;
    this.calls = calls;
    this.senders = senders;
    this.conduct =
        new Conduct(
            CloseCodes.SERVICE_RESTART, config.parallel() * MAX_FRAME_CHARS, config.patience());
    this.open = metrics.connections("gateway");
    senders.beforeClose(this::leave);
  }

  /** The settings. */
  GatewayConfig config() {
    return config;
  }

  /** Whether no more may be opened. */
  public boolean isFull() {
    return open.get() >= config.maxConnections();
  }

  /** Requests of all sockets that have no end yet. */
  public int outstanding() {
    return connections.stream().mapToInt(SocketConnection::outstanding).sum();
  }

  SocketConnection open(Session session) {
    SocketConnection connection =
        new SocketConnection(
            calls,
            config,
            GatewayPrincipal.caller(session.getUserPrincipal()),
            whenBroken -> senders.open(session, conduct, whenBroken));
    connections.add(connection);
    open.incrementAndGet();
    return connection;
  }

  void forget(SocketConnection connection) {
    if (connections.remove(connection)) {
      open.decrementAndGet();
      senders.forget(connection.sender());
      connection.gone();
    }
  }

  private void leave() {
    List<SocketConnection> left = List.copyOf(connections);
    CountDownLatch written = new CountDownLatch(left.size());
    left.forEach(connection -> connection.leave(written));
    try {
      var unused = written.await(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
