package org.wenshu.protocol.gateway.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.protocol.frames.upgrade.IdleTimers;
import org.wenshu.protocol.json.Utf8;

/**
 * The endpoint of the socket; one instance for each connection. Taking a frame only hands it over,
 * so the server's threads are never held up.
 */
public final class SocketEndpoint extends Endpoint {
  private static final Logger LOG = Logger.getLogger(SocketEndpoint.class.getName());
  private static final CloseReason TOO_BIG =
      new CloseReason(CloseCodes.TOO_BIG, "The message is too long");

  private final SocketConnections connections;

  /** An endpoint of these connections. */
  public SocketEndpoint(SocketConnections connections) {
    this.connections = connections;
  }

  @Override
  public void onOpen(Session session, EndpointConfig endpointConfig) {
    int maxBytes = connections.config().maxMessageBytes();
    IdleTimers.none(session);
    session.setMaxTextMessageBufferSize(maxBytes);
    session.setMaxBinaryMessageBufferSize(maxBytes);
    SocketConnection connection = connections.open(session);
    session.getUserProperties().put(SocketConnection.class.getName(), connection);
    session.addMessageHandler(
        String.class,
        text -> {
          if (Utf8.length(text) > maxBytes) {
            connection.close(TOO_BIG);
          } else {
            connection.receive(text);
          }
        });
    session.addMessageHandler(
        ByteBuffer.class,
        bytes -> {
          if (bytes.remaining() > maxBytes) {
            connection.close(TOO_BIG);
          } else {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            connection.receive(copy);
          }
        });
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    Object connection = session.getUserProperties().remove(SocketConnection.class.getName());
    if (connection instanceof SocketConnection open) {
      connections.forget(open);
    }
  }

  /** Clients that vanish are no error of ours; the close that follows cleans up. */
  @Override
  public void onError(Session session, Throwable error) {
    LOG.log(Level.FINE, "A connection failed", error);
  }
}
