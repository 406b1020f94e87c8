package org.wenshu.guard;

import java.time.Duration;

/**
 * Bounds that are written into every statement; the session and the reader hold the same ones.
 *
 * @param rows as LIMIT of the whole statement; 0 writes none
 * @param timeout as a hint that MySQL obeys and MariaDB takes for a comment; zero writes none
 */
public record StatementBounds(int rows, Duration timeout) {
  /** Writes nothing. */
  public static final StatementBounds NONE = new StatementBounds(0, Duration.ZERO);

  /** Rejects what no server would take. */
  public StatementBounds {
    if (rows < 0 || timeout.isNegative()) {
      throw new IllegalArgumentException("Bounds of a statement cannot be negative");
    }
  }
}
