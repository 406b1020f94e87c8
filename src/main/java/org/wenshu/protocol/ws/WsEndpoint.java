package org.wenshu.protocol.ws;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.protocol.frames.Conduct;
import org.wenshu.protocol.frames.SessionClosing;
import org.wenshu.protocol.frames.upgrade.IdleTimers;
import org.wenshu.protocol.json.Utf8;
import org.wenshu.protocol.ws.feed.FeedSession;

/**
 * The endpoint of the text2sql stream; one instance for each connection. Taking a message only
 * queues it, so the server's threads are never held up.
 */
public final class WsEndpoint extends Endpoint {
  private static final Logger LOG = Logger.getLogger(WsEndpoint.class.getName());
  private static final AtomicLong OPENED = new AtomicLong();
  private static final CloseReason NOT_AUTHENTICATED =
      new CloseReason(CloseCodes.VIOLATED_POLICY, "Not authenticated");
  private static final CloseReason TOO_BIG =
      new CloseReason(CloseCodes.TOO_BIG, "The message is too long");

  private final WsServices services;
  private final RequestReader reader;
  private final boolean dedicated;

  /**
   * An endpoint on those services.
   *
   * @param reader understands what is sent on its path
   * @param dedicated whether the path is the feed's own, so that it may greet
   */
  WsEndpoint(WsServices services, RequestReader reader, boolean dedicated) {
    this.services = services;
    this.reader = reader;
    this.dedicated = dedicated;
  }

  @Override
  public void onOpen(Session session, EndpointConfig endpointConfig) {
    if (!(session.getUserPrincipal() instanceof HandshakePrincipal handshake)) {
      SessionClosing.close(session, NOT_AUTHENTICATED);
      return;
    }
    IdleTimers.none(session);
    session.setMaxTextMessageBufferSize(2 * services.config().maxMessageBytes());
    session.setMaxBinaryMessageBufferSize(2 * services.config().maxMessageBytes());
    String name = "c" + OPENED.incrementAndGet();
    WsConnection connection =
        new WsConnection(
            services,
            handshake,
            name,
            feed -> prepare(feed, session),
            whenBroken -> services.senders().open(session, conduct(), whenBroken));
    session.getUserProperties().put(WsConnection.class.getName(), connection);
    services.connections().incrementAndGet();
    listen(session, connection);
    if (dedicated) {
      Optional<String> symbol = Optional.ofNullable(session.getPathParameters().get("symbol"));
      connection.openFeed(symbol).ifPresent(FeedSession::greet);
    }
  }

  /** What the address asks of the feed (contract of the feed, section 7.3). */
  private static void prepare(FeedSession feed, Session session) {
    if (parameter(session, "batch").filter("1"::equals).isPresent()) {
      feed.batch();
    }
    if (parameter(session, "compression").filter("gzip"::equalsIgnoreCase).isPresent()) {
      feed.compress();
    }
  }

  /** Both protocols part with their clients alike; what the feed lets wait is bounded elsewhere. */
  private Conduct conduct() {
    return new Conduct(
        CloseCodes.GOING_AWAY,
        0,
        Duration.ZERO,
        services.feed().config().idleTimeout(),
        "slow consumer");
  }

  private void listen(Session session, WsConnection connection) {
    AnswerOptions options =
        services.config().answers().overlaidBy(name -> parameter(session, name));
    int maxBytes = services.config().maxMessageBytes();
    session.addMessageHandler(
        String.class,
        text -> {
          int length = Utf8.length(text);
          if (fits(connection, length, maxBytes)) {
            connection.receive(reader.read(text, options), length);
          }
        });
    session.addMessageHandler(
        ByteBuffer.class,
        bytes -> {
          int length = bytes.remaining();
          if (fits(connection, length, maxBytes)) {
            connection.receive(reader.read(bytes, options), length);
          }
        });
  }

  /** A client of the feed is told, up to twice the limit; others are closed. */
  private static boolean fits(WsConnection connection, int length, int maxBytes) {
    connection.sender().heard();
    if (length > maxBytes && (length > 2 * maxBytes || !connection.refuseTooLong())) {
      connection.sender().close(TOO_BIG);
    }
    return length <= maxBytes;
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    WsConnection connection =
        (WsConnection) session.getUserProperties().remove(WsConnection.class.getName());
    if (connection != null) {
      services.connections().decrementAndGet();
      services.senders().forget(connection.sender());
      connection.closed();
    }
  }

  /** Clients that vanish are no error of ours; the close that follows cleans up. */
  @Override
  public void onError(Session session, Throwable error) {
    LOG.log(Level.FINE, "A connection failed", error);
  }

  private static Optional<String> parameter(Session session, String name) {
    List<String> values = session.getRequestParameterMap().getOrDefault(name, List.of());
    return values.stream().findFirst();
  }
}
