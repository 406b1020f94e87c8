package org.wenshu.guard;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a caller may read: every table of the catalogue but the denied ones, every column of those
 * but the denied ones. What is denied looks as if it did not exist. Immutable.
 *
 * @param deniedTables names in lower case
 * @param deniedColumns as {@code table.column} in lower case
 * @param limits bounds on one statement
 */
public record GuardPolicy(Set<String> deniedTables, Set<String> deniedColumns, GuardLimits limits) {
  /** Copies the sets, in lower case. */
  public GuardPolicy {
    deniedTables = lowerCase(deniedTables);
    deniedColumns = lowerCase(deniedColumns);
  }

  /** The whole catalogue within the default limits. */
  public static GuardPolicy wholeCatalogue() {
    return new GuardPolicy(Set.of(), Set.of(), GuardLimits.defaults());
  }

  /** Whether the table may be read at all. */
  public boolean permits(String table) {
    return !deniedTables.contains(table.toLowerCase(Locale.ROOT));
  }

  /** Whether the column may be read, sorted by, compared, or used in any other way. */
  public boolean permits(String table, String column) {
    return deniedColumns.isEmpty()
        || !deniedColumns.contains((table + '.' + column).toLowerCase(Locale.ROOT));
  }

  private static Set<String> lowerCase(Set<String> names) {
    return names.stream()
        .map(n -> n.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
