package org.wenshu.protocol.gateway.bulk;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.protocol.frames.SessionClosing;
import org.wenshu.protocol.frames.upgrade.IdleTimers;

/** Sends exports; one instance for each connection. Ignores what the client sends. */
public final class ExportEndpoint extends Endpoint {
  private static final Logger LOG = Logger.getLogger(ExportEndpoint.class.getName());
  private static final CloseReason TOO_MANY =
      new CloseReason(CloseCodes.TRY_AGAIN_LATER, "Too many bulk sockets");

  private final BulkServices services;
  private volatile Exporting exporting;

  ExportEndpoint(BulkServices services) {
    this.services = services;
  }

  @Override
  public void onOpen(Session session, EndpointConfig endpointConfig) {
    IdleTimers.none(session);
    session.addMessageHandler(String.class, ignored -> {});
    Optional<BulkKind> kind =
        BulkKind.of(session.getPathParameters().get("kind")).filter(BulkKind::isExportable);
    Runnable stop = this::serverStops;
    if (kind.isEmpty() || !services.sockets().add(stop)) {
      SessionClosing.close(session, TOO_MANY);
      return;
    }
    exporting =
        new Exporting(
            new ExportChannel(session, services.config().patience()),
            sink -> services.export(kind.get(), address(session), sink),
            sent -> {
              services.sockets().remove(stop);
              services.metrics().exported(kind.get(), sent);
            });
    services.threads().newThread(exporting).start();
  }

  private static BulkAddress address(Session session) {
    Map<String, List<String>> parameters = session.getRequestParameterMap();
    return BulkAddress.of(
        name -> parameters.getOrDefault(name, List.of()).stream().findFirst().orElse(null));
  }

  private void serverStops() {
    Exporting running = exporting;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    Exporting running = exporting;
    if (running != null) {
      running.clientLeft();
    }
  }

  /** The close that follows ends the export. */
  @Override
  public void onError(Session session, Throwable error) {
    LOG.log(Level.FINE, "A bulk socket failed", error);
  }
}
