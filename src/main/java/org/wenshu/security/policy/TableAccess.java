package org.wenshu.security.policy;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a caller may do with one table. Immutable.
 *
 * @param reading what rules say of reading it
 * @param filters rows exist when they meet any of them; empty means every row
 * @param columns those that rules name, in lower case
 * @param otherColumns what holds for all others
 */
public record TableAccess(
    Reading reading,
    List<RowFilter> filters,
    Map<String, ColumnAccess> columns,
    ColumnAccess otherColumns) {
  /** Everything. */
  public static final TableAccess OPEN =
      new TableAccess(Reading.UNDECIDED, List.of(), Map.of(), ColumnAccess.PLAIN);

  /** What rules say of reading a table. */
  public enum Reading {
    /** It does not exist for the caller. */
    DENIED,
    /** Nothing; permissions decide. */
    UNDECIDED,
    /** It may be read, as every table. */
    ALLOWED,
    /** This very table may be read; a view is taken as its owner made it. */
    VOUCHED
  }

  /**
   * Copies the collections; columns come in one order, so that policies read alike on every node.
   */
  public TableAccess {
    filters = List.copyOf(filters);
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
  }

  /** What the caller may do with that column. */
  public ColumnAccess column(String name) {
    return columns.getOrDefault(name.toLowerCase(Locale.ROOT), otherColumns);
  }

  /** Whether a rule is about that very column. */
  boolean names(String column) {
    return columns.containsKey(column.toLowerCase(Locale.ROOT));
  }

  /** Whether every row and column may be read as it is. */
  public boolean isWhole() {
    return filters.isEmpty()
        && otherColumns.equals(ColumnAccess.PLAIN)
        && columns.values().stream().allMatch(ColumnAccess.PLAIN::equals);
  }
}
