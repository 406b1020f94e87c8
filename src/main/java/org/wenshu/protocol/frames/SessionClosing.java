package org.wenshu.protocol.frames;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Closes sessions that may be gone already. */
public final class SessionClosing {
  private static final Logger LOG = Logger.getLogger(SessionClosing.class.getName());

  private SessionClosing() {}

  /** Closes it; does nothing when it is gone. */
  public static void close(Session session, CloseReason reason) {
    try {
      session.close(reason);
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.FINE, "The session was gone before it could be closed", gone);
    }
  }
}
