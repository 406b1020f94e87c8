package org.wenshu.protocol.gateway.bulk;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the client of an import how it goes, if it has asked for that by the sub-protocol, and
 * closes its socket (contract, sections 5.5 and 5.7). For one thread.
 */
final class ImportReport {
  /** What clients offer that want to be told. */
  static final String PROTOCOL = "bulk-report.v1";

  private static final Logger LOG = Logger.getLogger(ImportReport.class.getName());
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  private final SocketOutput out;
  private final WebConnection connection;
  private final MessageInput in;
  private final boolean aware;
  private final Consumer<ImportTally> metrics;
  private final Runnable whenOver;
  private long toldNanos = System.nanoTime();
  private long toldSettled;

  /**
   * A report.
   *
   * @param aware whether the client wants to be told
   * @param metrics hears from time to time how far it is, and at the end
   * @param whenOver hears of the end after the client
   */
  ImportReport(
      SocketOutput out,
      WebConnection connection,
      MessageInput in,
      boolean aware,
      Consumer<ImportTally> metrics,
      Runnable whenOver) {
    this.out = out;
    this.connection = connection;
    this.in = in;
    this.aware = aware;
    this.metrics = metrics;
    this.whenOver = whenOver;
  }

  /** Why an import ends, and how its socket is closed. */
  enum Ending {
    CLIENT_LEFT(1000, ""),
    CLIENT_IS_DONE(1000, ""),
    DATABASE_LOST(1011, "The database is not available"),
    PROTOCOL_BROKEN(1002, "The client breaks the protocol"),
    SILENT(1008, "Nothing has come for too long"),
    TOO_BIG(1009, "The message is too long"),
    SERVER_STOPS(1012, "The server shuts down");

    private final int code;
    private final String phrase;

    Ending(int code, String phrase) {
      this.code = code;
      this.phrase = phrase;
    }
  }

  /** Whether the client has sent nothing for so long, not even a ping. */
  boolean isSilentFor(Duration time) {
    return in.silentNanos() > time.toNanos();
  }

  /** Tells of progress, at most once a second. */
  void progress(ImportTally tally) {
    metrics.accept(tally);
    long now = System.nanoTime();
    if (aware && now - toldNanos >= INTERVAL_NANOS && tally.settled() != toldSettled) {
      toldNanos = now;
      toldSettled = tally.settled();
      send(tally.progress());
    }
  }

  private void send(String text) {
    try {
      out.text(text);
    } catch (IOException gone) {
      LOG.log(Level.FINE, "The client of an import is gone", gone);
    }
  }

  /** Tells the result, and closes. */
  void end(ImportTally tally, Ending ending) {
    try {
      if (aware && ending != Ending.CLIENT_LEFT) {
        send(tally.result());
      }
      out.close(ending.code, ending.phrase);
      if (ending == Ending.TOO_BIG) {
        // Cut off with bytes unread, the client might never see why.
        in.awaitEnd(LINGER);
      }
    } catch (IOException gone) {
      LOG.log(Level.FINE, "The client of an import is gone", gone);
    } finally {
      close();
      metrics.accept(tally);
      whenOver.run();
    }
  }

  private void close() {
    try {
      connection.close();
    } catch (Exception gone) {
      LOG.log(Level.FINE, "The socket of an import was gone", gone);
    }
  }
}
