package org.wenshu.protocol.gateway.bulk;

import jakarta.servlet.http.WebConnection;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.wenshu.protocol.gateway.bulk.ImportReport.Ending;

/**
 * An import that has been let in and whose socket is being opened. It has its place among the bulk
 * sockets from the beginning, and gives it back at its end. Thread-safe.
 */
final class ImportStart implements Runnable {
  private final BulkServices services;
  private final BulkKind kind;
  private final BulkTarget target;
  private final boolean aware;
  private final AtomicReference<Importing<?>> importing = new AtomicReference<>();
  private volatile boolean stopping;

  /**
   * An import of that kind.
   *
   * @param aware whether its client wants to be told what becomes of it
   */
  ImportStart(BulkServices services, BulkKind kind, BulkTarget target, boolean aware) {
    this.services = services;
    this.kind = kind;
    this.target = target;
    this.aware = aware;
  }

  boolean aware() {
    return aware;
  }

  ThreadFactory threads() {
    return services.threads();
  }

  /** The import on the socket that has been opened. */
  Importing<?> begin(MessageInput in, SocketOutput out, WebConnection connection) {
    ImportReport report =
        new ImportReport(
            out,
            connection,
            in,
            aware,
            services.metrics().importing(kind),
            () -> services.sockets().remove(this));
    Importing<?> begun = services.importing(kind, target, report);
    importing.set(begun);
    if (stopping) {
      begun.end(Ending.SERVER_STOPS);
    }
    return begun;
  }

  /** The socket was not opened. */
  void giveUp() {
    services.sockets().remove(this);
  }

  /** The server stops. */
  @Override
  public void run() {
    stopping = true;
    Importing<?> running = importing.get();
    if (running != null) {
      running.end(Ending.SERVER_STOPS);
    }
  }
}
