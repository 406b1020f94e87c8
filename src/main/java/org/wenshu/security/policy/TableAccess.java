package org.wenshu.security.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a caller may do with one table. Immutable.
 *
 * @param readable whether it exists for the caller
 * @param vouched whether a rule opens this very table; a view that one opens is taken as its owner
 *     made it
 * @param filters rows exist when they meet any of them; empty means every row
 * @param columns those that rules name, in lower case
 * @param otherColumns what holds for all others
 */
public record TableAccess(
    boolean readable,
    boolean vouched,
    List<RowFilter> filters,
    Map<String, ColumnAccess> columns,
    ColumnAccess otherColumns) {
  /** Everything. */
  public static final TableAccess OPEN =
      new TableAccess(true, false, List.of(), Map.of(), ColumnAccess.PLAIN);

  /** Copies the collections. */
  public TableAccess {
    filters = List.copyOf(filters);
    columns = Map.copyOf(columns);
  }

  /** What the caller may do with that column. */
  public ColumnAccess column(String name) {
    return columns.getOrDefault(name.toLowerCase(Locale.ROOT), otherColumns);
  }

  /** Whether every row and column may be read as it is. */
  public boolean isWhole() {
    return filters.isEmpty()
        && otherColumns.equals(ColumnAccess.PLAIN)
        && columns.values().stream().allMatch(ColumnAccess.PLAIN::equals);
  }
}
