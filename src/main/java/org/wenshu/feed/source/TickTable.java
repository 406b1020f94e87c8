package org.wenshu.feed.source;

import java.util.List;
import java.util.Set;
import org.wenshu.feed.Tick;

/** Where accepted ticks are kept, so that the source that reads the table tells them. */
@FunctionalInterface
public interface TickTable {
  /**
   * Keeps them, for good once this returns.
   *
   * @return the places, from 0, of those that the table does not take
   * @throws SourceException when none was kept, because the database is not there
   */
  Set<Integer> keep(List<Tick> ticks);
}
