package org.wenshu.explanation;

import java.util.List;
import java.util.Optional;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Name;

/**
 * What one reference behind FROM reads.
 *
 * @param alias how its columns are qualified
 * @param name of the table or common table; empty for a derived table
 * @param table when it is one of the catalogue
 * @param derived the query whose rows it is
 * @param columns the names given to the columns of a derived table; empty when it keeps its own
 * @param common whether it is a common table
 * @param words how it is joined to those before it; empty for the first, a comma for a list
 * @param on the condition of the join
 * @param using the columns of the same name that are compared
 */
record Source(
    String alias,
    String name,
    Optional<Table> table,
    Optional<Reading> derived,
    List<String> columns,
    boolean common,
    String words,
    Optional<Expression> on,
    List<Name> using) {
  static Source stored(String alias, String name, Optional<Table> table) {
    return new Source(
        alias, name, table, Optional.empty(), List.of(), false, "", Optional.empty(), List.of());
  }

  static Source derived(String alias, String name, Reading reading, List<String> columns) {
    return new Source(
        alias,
        name,
        Optional.empty(),
        Optional.of(reading),
        columns,
        !name.isEmpty(),
        "",
        Optional.empty(),
        List.of());
  }

  static Source unread(String alias, String name) {
    return new Source(
        alias,
        name,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        "",
        Optional.empty(),
        List.of());
  }

  Source joined(String how, Optional<Expression> condition, List<Name> columnsCompared) {
    return new Source(
        alias, name, table, derived, columns, common, how, condition, columnsCompared);
  }

  boolean isNamed(String qualifier) {
    return alias.equalsIgnoreCase(qualifier);
  }

  boolean isOuter() {
    return words.contains("LEFT") || words.contains("RIGHT");
  }

  /** The SELECT behind a derived table, when there is only one. */
  Optional<Level> level() {
    return derived.filter(Level.class::isInstance).map(Level.class::cast);
  }
}
