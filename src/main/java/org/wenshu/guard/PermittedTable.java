package org.wenshu.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Query;

/**
 * A table as one caller may read it. Immutable.
 *
 * @param table with the columns that exist for the caller
 * @param hidden names of the others, in lower case
 * @param masked names of columns that may be shown but not used, in lower case
 * @param rows the query that takes the table's place in a statement; empty when the table stands
 *     for itself
 * @param always whether it takes the place everywhere, or only where {@code *} or a NATURAL join
 *     would name hidden columns
 */
record PermittedTable(
    Table table, Set<String> hidden, Set<String> masked, Optional<Query> rows, boolean always) {
  /** A table of which nothing is withheld. */
  static PermittedTable whole(Table table) {
    return new PermittedTable(table, Set.of(), Set.of(), Optional.empty(), false);
  }

  boolean isWhole() {
    return hidden.isEmpty() && rows.isEmpty();
  }

  static Set<String> lowerCase(List<String> names) {
    return names.stream()
        .map(n -> n.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
