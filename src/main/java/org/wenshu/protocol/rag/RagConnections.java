package org.wenshu.protocol.rag;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.wenshu.conversation.ExpiryListener;
import org.wenshu.protocol.frames.Conduct;
import org.wenshu.protocol.frames.FrameSenders;

/**
 * All open connections. A client that has to leave through no fault of its own is told so by 1012,
 * because clients come back after that and not after 1001 (section 1.5). Thread-safe.
 */
public final class RagConnections implements ExpiryListener {
  private static final AtomicLong OPENED = new AtomicLong();

  private final RagServices services;
  private final FrameSenders senders;
  private final Conduct conduct;
  private final AtomicInteger open;
  private final Set<RagConnection> connections = ConcurrentHashMap.newKeySet();

  RagConnections(RagServices services, FrameSenders senders) {
    this.services = services;
    this.senders = senders;
    int answers = services.config().parallel() * services.config().maxAnswerBytes();
    this.conduct = new Conduct(CloseCodes.SERVICE_RESTART, answers);
    this.open = services.metrics().connections("rag");
  }

  boolean isFull() {
    return open.get() >= services.config().maxConnections();
  }

  RagConnection open(Session session) {
    String name = "rag" + OPENED.incrementAndGet();
    String address =
        session.getUserPrincipal() instanceof UpgradeGate.Address known ? known.value() : "";
    RagConnection connection =
        new RagConnection(
            services, name, address, whenBroken -> senders.open(session, conduct, whenBroken));
    connections.add(connection);
    open.incrementAndGet();
    return connection;
  }

  void forget(RagConnection connection) {
    if (connections.remove(connection)) {
      open.decrementAndGet();
      senders.forget(connection.sender());
      connection.gone();
      services.limits().forget(connection.connection().orElseThrow());
    }
  }

  /** Tells only those whose conversation it was: clients forget their own on any such message. */
  @Override
  public void onExpired(String id, Instant expiredAt) {
    for (RagConnection connection : connections) {
      if (connection.isUsing(id)) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.put("session_id", id);
        params.put("expired_at", expiredAt.truncatedTo(ChronoUnit.SECONDS).toString());
        connection.notify("session.expired", params);
      }
    }
  }
}
