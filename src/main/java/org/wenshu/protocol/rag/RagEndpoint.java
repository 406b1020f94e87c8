package org.wenshu.protocol.rag;

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
import org.wenshu.protocol.rag.wire.EnvelopeReader;

/**
 * The endpoint of the protocol; one instance for each connection. Taking a message only hands it
 * over, so the server's threads are never held up.
 */
public final class RagEndpoint extends Endpoint {
  private static final Logger LOG = Logger.getLogger(RagEndpoint.class.getName());
  private static final CloseReason TOO_BIG =
      new CloseReason(CloseCodes.TOO_BIG, "The message is too long");

  private final RagServices services;

  /** An endpoint on those services. */
  RagEndpoint(RagServices services) {
    this.services = services;
  }

  @Override
  public void onOpen(Session session, EndpointConfig endpointConfig) {
    int maxBytes = services.config().maxMessageBytes();
    IdleTimers.none(session);
    session.setMaxTextMessageBufferSize(maxBytes);
    session.setMaxBinaryMessageBufferSize(maxBytes);
    RagConnection connection = services.connections().open(session);
    session.getUserProperties().put(RagConnection.class.getName(), connection);
    session.addMessageHandler(
        String.class,
        text -> {
          if (Utf8.length(text) > maxBytes) {
            connection.close(TOO_BIG);
          } else {
            connection.receive(EnvelopeReader.read(text));
          }
        });
    session.addMessageHandler(
        ByteBuffer.class,
        bytes -> {
          if (bytes.remaining() > maxBytes) {
            connection.close(TOO_BIG);
          } else {
            connection.receive(EnvelopeReader.read(bytes));
          }
        });
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    Object connection = session.getUserProperties().remove(RagConnection.class.getName());
    if (connection instanceof RagConnection open) {
      services.connections().forget(open);
    }
  }

  /** Clients that vanish are no error of ours; the close that follows cleans up. */
  @Override
  public void onError(Session session, Throwable error) {
    LOG.log(Level.FINE, "A connection failed", error);
  }
}
