package org.wenshu.feed.source;

import java.util.List;
import org.wenshu.feed.Tick;

/** A row of a table of ticks: what it tells, or why it cannot be read. Immutable. */
sealed interface TickRow {
  /** The row's id. */
  long id();

  /** A row that tells something; the number of its tick is the id. */
  record Usable(Tick tick) implements TickRow {
    @Override
    public long id() {
      return tick.seq().orElseThrow();
    }
  }

  /** A row nobody can make sense of. It is passed over, as it would hold up all after it. */
  record Unusable(long id, Exception reason) implements TickRow {}

  /** What those that can be read tell. */
  static List<Tick> ticks(List<TickRow> rows) {
    return rows.stream()
        .filter(Usable.class::isInstance)
        .map(row -> ((Usable) row).tick())
        .toList();
  }
}
