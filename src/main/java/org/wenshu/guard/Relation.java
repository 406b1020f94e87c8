package org.wenshu.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenshu.schema.Column;
import org.wenshu.schema.Table;

/**
 * Something that a FROM clause reads, under the name by which columns are qualified. Compared by
 * identity, as one table may be read twice.
 */
final class Relation {
  private final String name;
  private final List<String> columns;
  private final Set<String> visible;
  private final Set<String> hidden;
  private final boolean oneRow;
  private final Optional<CommonTables.Entry> commonTable;

  private Relation(
      String name,
      List<String> columns,
      Set<String> hidden,
      boolean oneRow,
      Optional<CommonTables.Entry> commonTable) {
    this.name = name;
    this.columns = columns;
    this.visible =
        columns.stream()
            .map(c -> c.toLowerCase(Locale.ROOT))
            .filter(c -> !hidden.contains(c))
            .collect(Collectors.toUnmodifiableSet());
    this.hidden = hidden;
    this.oneRow = oneRow;
    this.commonTable = commonTable;
  }

  /** A table of the catalogue. */
  static Relation ofTable(String name, Table table, GuardPolicy policy) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    Set<String> hidden =
        columns.stream()
            .filter(c -> !policy.permits(table.name(), c))
            .map(c -> c.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return new Relation(name, columns, hidden, false, Optional.empty());
  }

  /** A derived table. */
  static Relation ofShape(String name, Shape shape) {
    return new Relation(name, shape.columns(), Set.of(), shape.oneRow(), Optional.empty());
  }

  /** A common table. */
  static Relation ofCommonTable(String name, CommonTables.Entry entry) {
    return new Relation(
        name, entry.shape().columns(), Set.of(), entry.shape().oneRow(), Optional.of(entry));
  }

  boolean isNamed(String qualifier) {
    return name.equalsIgnoreCase(qualifier);
  }

  boolean shows(String column) {
    return visible.contains(column.toLowerCase(Locale.ROOT));
  }

  boolean hides(String column) {
    return !hidden.isEmpty() && hidden.contains(column.toLowerCase(Locale.ROOT));
  }

  boolean hidesAny() {
    return !hidden.isEmpty();
  }

  /** Whether both have a column of the same name that one of them hides. */
  boolean sharesHiddenColumn(Relation other) {
    return hidden.stream().anyMatch(h -> other.shows(h) || other.hides(h))
        || other.hidden.stream().anyMatch(this::shows);
  }

  boolean sharesColumn(Relation other) {
    return columns.stream().anyMatch(other::shows);
  }

  List<String> columns() {
    return columns;
  }

  boolean oneRow() {
    return oneRow;
  }

  boolean isFrom(CommonTables.Entry entry) {
    return commonTable.filter(e -> e == entry).isPresent();
  }
}
