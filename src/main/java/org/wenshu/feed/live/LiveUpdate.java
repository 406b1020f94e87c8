package org.wenshu.feed.live;

import java.util.Optional;
import java.util.function.Supplier;
import org.wenshu.execution.Rows;

/**
 * An answer at one moment, and how it differs from the one before. Immutable but for its texts,
 * which are written once and shared by all who send them. Thread-safe.
 */
public final class LiveUpdate {
  private final long version;
  private final String sql;
  private final Rows rows;
  private final Optional<RowDifference> difference;
  private volatile String changeText;
  private volatile String answerText;

  LiveUpdate(long version, String sql, Rows rows, Optional<RowDifference> difference) {
    this.version = version;
    this.sql = sql;
    this.rows = rows;
    this.difference = difference;
  }

  /** Grows by one with every change. */
  public long version() {
    return version;
  }

  /** The statement as it may be shown. */
  public String sql() {
    return sql;
  }

  /** The whole answer. */
  public Rows rows() {
    return rows;
  }

  /** How it differs from the one before; empty for the first. */
  public Optional<RowDifference> difference() {
    return difference;
  }

  /** The text of the change, written when it is first asked for. */
  public String changeText(Supplier<String> writer) {
    String known = changeText;
    if (known == null) {
      known = writer.get();
      changeText = known;
    }
    return known;
  }

  /** The text of the whole answer, written when it is first asked for. */
  public String answerText(Supplier<String> writer) {
    String known = answerText;
    if (known == null) {
      known = writer.get();
      answerText = known;
    }
    return known;
  }
}
