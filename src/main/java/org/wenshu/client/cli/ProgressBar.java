package org.wenshu.client.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows how far a long work is, ten times a second at most, on terminals only. For one thread at a
 * time.
 */
final class ProgressBar {
  private static final long PACE_NANOS = 100_000_000L;
  private static final int BAR = 30;
  private static final double NANOS = 1e9;

  private final PrintStream err;
  private final boolean shown;
  private final long begun = System.nanoTime();
  private long last = begun - PACE_NANOS;

  ProgressBar(Terminal terminal) {
    this(terminal, terminal.interactive());
  }

  private ProgressBar(Terminal terminal, boolean shown) {
    this.err = terminal.err();
    this.shown = shown;
  }

  /** One that is never shown. */
  static ProgressBar hidden(Terminal terminal) {
    return new ProgressBar(terminal, false);
  }

  /**
   * Shows how far it is.
   *
   * @param items so many are done
   * @param part of the whole, from 0 to 1; less than 0 if nobody knows
   */
  synchronized void show(long items, double part) {
    long now = System.nanoTime();
    if (shown && now - last >= PACE_NANOS) {
      last = now;
      err.print('\r' + line(items, part, (now - begun) / NANOS));
      err.flush();
    }
  }

  static String line(long items, double part, double seconds) {
    String count =
        String.format(Locale.ROOT, "%,d  %,.0f/s", items, seconds > 0 ? items / seconds : 0.0);
    if (part < 0) {
      return count;
    }
    int full = (int) Math.round(Math.min(part, 1) * BAR);
    String bar = "━".repeat(full) + "─".repeat(BAR - full);
    return String.format(Locale.ROOT, "%s %3.0f%%  %s", bar, Math.min(part, 1) * 100, count);
  }

  /** Takes the bar away. */
  synchronized void clear() {
    if (shown) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
