package org.wenshu.protocol.gateway.bulk;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.wenshu.protocol.frames.SessionClosing;
import org.wenshu.protocol.gateway.bulk.ImportReport.Ending;
import org.wenshu.protocol.json.Utf8;

/**
 * Takes imports; one instance for each connection. Holds the server's thread up while two units of
 * items have not been written, which is how a client that sends too fast is slowed down.
 */
public final class ImportEndpoint extends Endpoint {
  private static final Logger LOG = Logger.getLogger(ImportEndpoint.class.getName());
  private static final CloseReason TOO_MANY =
      new CloseReason(CloseCodes.TRY_AGAIN_LATER, "Too many bulk sockets");

  /** What clients send that want a report, after their last item. */
  private static final Pattern END =
      Pattern.compile("\\s*\\{\\s*\"type\"\\s*:\\s*\"end\"\\s*\\}\\s*");

  private static final int LONGEST_END = 100;

  private final BulkServices services;
  private volatile Importing<?> importing;
  private volatile boolean aware;

  ImportEndpoint(BulkServices services) {
    this.services = services;
  }

  @Override
  public void onOpen(Session session, EndpointConfig endpointConfig) {
    session.setMaxIdleTimeout(services.config().idle().toMillis());
    session.setMaxTextMessageBufferSize(BulkConfig.MAX_MESSAGE_BYTES);
    session.setMaxBinaryMessageBufferSize(BulkConfig.MAX_MESSAGE_BYTES);
    Optional<BulkKind> kind = BulkKind.of(session.getPathParameters().get("kind"));
    if (kind.isEmpty() || !start(kind.get(), session)) {
      SessionClosing.close(session, TOO_MANY);
      return;
    }
    session.addMessageHandler(String.class, this::receive);
    session.addMessageHandler(
        ByteBuffer.class, bytes -> receive(StandardCharsets.UTF_8.decode(bytes).toString()));
  }

  private boolean start(BulkKind kind, Session session) {
    Runnable stop = this::serverStops;
    if (!services.sockets().add(stop)) {
      return false;
    }
    ImportReport report =
        new ImportReport(
            session,
            tally -> {
              services.sockets().remove(stop);
              services.metrics().imported(kind, tally);
            });
    importing = services.importing(kind, BulkAddress.of(session).target(), report);
    aware = report.isAware();
    services.threads().newThread(importing).start();
    return true;
  }

  private void receive(String text) {
    if (text.length() > BulkConfig.MAX_MESSAGE_BYTES / 4
        && Utf8.length(text) > BulkConfig.MAX_MESSAGE_BYTES) {
      importing.end(Ending.TOO_BIG);
    } else if (aware && text.length() < LONGEST_END && END.matcher(text).matches()) {
      importing.end(Ending.CLIENT_IS_DONE);
    } else {
      importing.receive(text);
    }
  }

  private void serverStops() {
    importing.end(Ending.SERVER_STOPS);
  }

  /** What was received is written all the same. */
  @Override
  public void onClose(Session session, CloseReason reason) {
    Importing<?> running = importing;
    if (running != null) {
      running.end(Ending.CLIENT_LEFT);
    }
  }

  /** The close that follows ends the import. */
  @Override
  public void onError(Session session, Throwable error) {
    LOG.log(Level.FINE, "A bulk socket failed", error);
  }
}
