package org.wenshu.protocol.ws;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.protocol.frames.SessionClosing;
import org.wenshu.protocol.json.Utf8;

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

  /** An endpoint on those services. */
  WsEndpoint(WsServices services) {
    this.services = services;
  }

  @Override
  public void onOpen(Session session, EndpointConfig endpointConfig) {
    if (!(session.getUserPrincipal() instanceof HandshakePrincipal handshake)) {
      SessionClosing.close(session, NOT_AUTHENTICATED);
      return;
    }
    session.setMaxIdleTimeout(0);
    session.setMaxTextMessageBufferSize(services.config().maxMessageBytes());
    session.setMaxBinaryMessageBufferSize(services.config().maxMessageBytes());
    String name = "c" + OPENED.incrementAndGet();
    WsConnection connection =
        new WsConnection(
            services, handshake, name, whenBroken -> services.senders().open(session, whenBroken));
    session.getUserProperties().put(WsConnection.class.getName(), connection);
    services.connections().incrementAndGet();
    listen(session, connection);
  }

  private void listen(Session session, WsConnection connection) {
    AnswerOptions options =
        services.config().answers().overlaidBy(name -> parameter(session, name));
    RequestReader reader = services.requests();
    int maxBytes = services.config().maxMessageBytes();
    session.addMessageHandler(
        String.class,
        text -> {
          if (Utf8.length(text) > maxBytes) {
            connection.sender().close(TOO_BIG);
          } else {
            connection.receive(reader.read(text, options));
          }
        });
    session.addMessageHandler(
        ByteBuffer.class,
        bytes -> {
          if (bytes.remaining() > maxBytes) {
            connection.sender().close(TOO_BIG);
          } else {
            connection.receive(reader.read(bytes, options));
          }
        });
    session.addMessageHandler(PongMessage.class, pong -> connection.sender().pong());
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
