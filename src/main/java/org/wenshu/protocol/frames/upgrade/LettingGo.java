package org.wenshu.protocol.frames.upgrade;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

/**
 * Drives another handler, and lets go of it when the connection is over. Payara keeps the handlers
 * of past connections with the requests it means to use again, some for every thread, and Tyrus'
 * handler keeps the beginning of a message that was never complete: clients that send more than
 * they may would fill the heap.
 */
public final class LettingGo implements HttpUpgradeHandler {
  private final Lingering lingering;
  private volatile HttpUpgradeHandler handler;
  private volatile RelayedConnection connection;

  /** For the container. */
  public LettingGo() {
    this(Lingering.all());
  }

  /** One whose connections stay there. */
  LettingGo(Lingering lingering) {
    this.lingering = lingering;
  }

  /** Drives that handler from now on. */
  void drive(HttpUpgradeHandler driven) {
    handler = driven;
  }

  @Override
  public void init(WebConnection opened) {
    connection = new RelayedConnection(opened, lingering, () -> handler = null);
    handler.init(connection);
  }

  @Override
  public void destroy() {
    HttpUpgradeHandler last = handler;
    RelayedConnection closed = connection;
    handler = null;
    connection = null;
    if (closed != null) {
      closed.letGo();
    }
    if (last != null) {
      last.destroy();
    }
  }
}
