package org.wenshu.feed.source;

import java.util.Collection;
import java.util.List;

/**
 * The rows of a table of ticks. Every call asks the database once. Rows that cannot be read are
 * among the answers.
 */
interface TickRows {
  /** The largest id there is; 0 in an empty table. */
  long lastId();

  /** The newest row of each symbol, of those up to that id. */
  List<TickRow> newest(long upTo);

  /** The next rows after that id, in the order of their ids. */
  List<TickRow> after(long id, int most);

  /** Those of these rows that are there. */
  List<TickRow> byId(Collection<Long> ids);

  /** Rows of these symbols after that id, in the order of their ids. */
  List<TickRow> after(long id, Collection<String> symbols, int most);
}
