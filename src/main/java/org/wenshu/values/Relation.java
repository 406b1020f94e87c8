package org.wenshu.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.schema.Column;
import org.wenshu.schema.Table;

/**
 * What stands in a FROM clause: a catalogued table, or a query whose columns come from such tables.
 *
 * @param outputs its columns
 * @param open whether it may have further columns nobody knows of
 */
record Relation(List<Output> outputs, boolean open) {
  /**
   * A column of a relation.
   *
   * @param name as a statement can refer to it
   * @param origin the stored column it shows unchanged; empty when it shows something else
   */
  record Output(String name, Optional<Origin> origin) {}

  /** A column of a catalogued table. */
  record Origin(Table table, Column column) {
    boolean isIn(Table other, String columnName) {
      return table.name().equals(other.name()) && column.name().equalsIgnoreCase(columnName);
    }
  }

  Relation {
    outputs = List.copyOf(outputs);
  }

  static Relation unknown() {
    return new Relation(List.of(), true);
  }

  static Relation of(Table table) {
    return new Relation(
        table.columns().stream()
            .map(column -> new Output(column.name(), Optional.of(new Origin(table, column))))
            .toList(),
        false);
  }

  /** The column of that name; empty when there is none or more than one. */
  Optional<Output> output(String name) {
    List<Output> found = outputs.stream().filter(o -> o.name().equalsIgnoreCase(name)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  boolean has(String name) {
    return outputs.stream().anyMatch(o -> o.name().equalsIgnoreCase(name));
  }

  /** The column that shows the given stored one. */
  Optional<Output> showing(Table table, String columnName) {
    return outputs.stream()
        .filter(o -> o.origin().map(origin -> origin.isIn(table, columnName)).orElse(false))
        .findFirst();
  }

  /** The same columns under other names, as in {@code AS x (a, b)}. */
  Relation renamed(List<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    List<Output> renamed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean known = !open && i < outputs.size();
      renamed.add(new Output(names.get(i), known ? outputs.get(i).origin() : Optional.empty()));
    }
    return new Relation(renamed, false);
  }

  /** The first branch of a UNION names the columns; an origin stays when all branches share it. */
  Relation union(Relation other) {
    List<Output> merged = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Output output = outputs.get(i);
      boolean shared =
          !other.open
              && i < other.outputs.size()
              && output.origin().equals(other.outputs.get(i).origin());
      merged.add(shared ? output : new Output(output.name(), Optional.empty()));
    }
    return new Relation(merged, open);
  }
}
