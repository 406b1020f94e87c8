package org.wenshu.client.feed;

import java.util.List;
import java.util.Map;

/**
 * The answer to a question that stays open, as it is now. Immutable.
 *
 * @param version grows with every change; begins anew after a reconnect
 * @param sql the statement that is run again and again; empty where it may not be shown
 * @param columns in their order
 * @param rows all rows, by column; numbers are exact
 * @param truncated whether there are more rows than are shown
 * @param changedRows how many rows have come or gone since the answer before; all for the first
 */
public record LiveAnswer(
    long version,
    String sql,
    List<String> columns,
    List<Map<String, Object>> rows,
    boolean truncated,
    int changedRows) {
  /** Nobody else's lists. */
  public LiveAnswer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
