package org.wenshu.protocol.gateway.bulk;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.protocol.frames.SessionClosing;

/**
 * Tells the client of an import how it goes, if it has asked for that by the sub-protocol, and
 * closes its socket (contract, sections 5.5 and 5.7). For one thread.
 */
final class ImportReport {
  /** What clients offer that want to be told. */
  static final String PROTOCOL = "bulk-report.v1";

  private static final Logger LOG = Logger.getLogger(ImportReport.class.getName());
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  private final Session session;
  private final boolean aware;
  private final Consumer<ImportTally> whenOver;
  private long toldNanos = System.nanoTime();
  private long toldSettled;

  /** A report to that session; {@code whenOver} hears of the end after the client. */
  ImportReport(Session session, Consumer<ImportTally> whenOver) {
    this.session = session;
    this.aware = PROTOCOL.equals(session.getNegotiatedSubprotocol());
    this.whenOver = whenOver;
  }

  boolean isAware() {
    return aware;
  }

  /** Why an import ends, and how its socket is closed. */
  enum Ending {
    CLIENT_LEFT(CloseCodes.NORMAL_CLOSURE, ""),
    CLIENT_IS_DONE(CloseCodes.NORMAL_CLOSURE, ""),
    DATABASE_LOST(CloseCodes.UNEXPECTED_CONDITION, "The database is not available"),
    TOO_BIG(CloseCodes.TOO_BIG, "The message is too long"),
    SERVER_STOPS(CloseCodes.SERVICE_RESTART, "The server shuts down");

    private final CloseCodes code;
    private final String phrase;

    Ending(CloseCodes code, String phrase) {
      this.code = code;
      this.phrase = phrase;
    }

    CloseReason reason() {
      return new CloseReason(code, phrase);
    }
  }

  /** Tells of progress, at most once a second. */
  void progress(ImportTally tally) {
    long now = System.nanoTime();
    if (aware && now - toldNanos >= INTERVAL_NANOS && tally.settled() != toldSettled) {
      toldNanos = now;
      toldSettled = tally.settled();
      send(tally.progress());
    }
  }

  /** Tells the result, and closes. */
  void end(ImportTally tally, Ending ending) {
    try {
      if (aware && ending != Ending.CLIENT_LEFT) {
        send(tally.result());
      }
      SessionClosing.close(session, ending.reason());
    } finally {
      whenOver.accept(tally);
    }
  }

  private void send(String text) {
    try {
      if (session.isOpen()) {
        session.getBasicRemote().sendText(text);
      }
    } catch (IOException | RuntimeException gone) {
      LOG.log(Level.FINE, "The client of an import is gone", gone);
    }
  }
}
