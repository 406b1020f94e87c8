package org.wenshu.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wenshu.schema.Column;
import org.wenshu.sql.tree.TableReference.Named;

/**
 * Something that a FROM clause reads, under the name by which columns are qualified. Compared by
 * identity, as one table may be read twice.
 */
final class Relation {
  private final String name;
  private final List<String> columns;
  private final Set<String> visible;
  private final Set<String> hidden;
  private final Set<String> masked;
  private final boolean oneRow;
  private final Optional<CommonTables.Entry> commonTable;
  private final Optional<Named> reference;

  private Relation(
      String name,
      Shape shape,
      Set<String> hidden,
      Optional<CommonTables.Entry> commonTable,
      Optional<Named> reference) {
    this.name = name;
    this.columns = shape.columns();
    this.visible = PermittedTable.lowerCase(columns);
    this.hidden = hidden;
    this.masked = PermittedTable.lowerCase(shape.maskedNames());
    this.oneRow = shape.oneRow();
    this.commonTable = commonTable;
    this.reference = reference;
  }

  /** A table of the catalogue. */
  static Relation ofTable(String name, PermittedTable table, Named reference) {
    List<String> columns = table.table().columns().stream().map(Column::name).toList();
    Set<Integer> masked =
        IntStream.range(0, table.masked().isEmpty() ? 0 : columns.size())
            .filter(i -> table.masked().contains(columns.get(i).toLowerCase(Locale.ROOT)))
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    Shape shape = new Shape(columns, masked, false);
    return new Relation(name, shape, table.hidden(), Optional.empty(), Optional.of(reference));
  }

  /** A derived table. */
  static Relation ofShape(String name, Shape shape) {
    return new Relation(name, shape, Set.of(), Optional.empty(), Optional.empty());
  }

  /** A common table. */
  static Relation ofCommonTable(String name, CommonTables.Entry entry) {
    return new Relation(name, entry.shape(), Set.of(), Optional.of(entry), Optional.empty());
  }

  /** How the statement refers to a table of the catalogue. */
  Optional<Named> reference() {
    return reference;
  }

  /** Whether the column may be shown but not used. */
  boolean masks(String column) {
    return !masked.isEmpty() && masked.contains(column.toLowerCase(Locale.ROOT));
  }

  /** Whether both have a column of the same name that one of them masks. */
  boolean sharesMaskedColumn(Relation other) {
    return masked.stream().anyMatch(other::shows) || other.masked.stream().anyMatch(this::shows);
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
