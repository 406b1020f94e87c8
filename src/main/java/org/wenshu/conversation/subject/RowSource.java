package org.wenshu.conversation.subject;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wenshu.schema.Column;
import org.wenshu.schema.Table;

/**
 * Rows that a query yields or reads.
 *
 * @param table the catalogued table of which every row is one row; empty when there is no such
 * @param about the table that comes first, also of rows that are sums of it
 * @param columns in their order; empty when they cannot be told
 * @param once whether no row of the table occurs twice
 */
record RowSource(Optional<Table> table, Optional<Table> about, List<Cell> columns, boolean once) {
  /** Rows of which nothing is known. */
  static final RowSource UNKNOWN =
      new RowSource(Optional.empty(), Optional.empty(), List.of(), false);

  /**
   * One column of the rows.
   *
   * @param label by which queries around it know the column
   * @param origin the column of the table whose value it holds, unchanged
   */
  record Cell(String label, Optional<Column> origin) {
    boolean isLabelled(String name) {
      return label.equalsIgnoreCase(name);
    }
  }

  /** The rows of a catalogued table itself. */
  static RowSource of(Table table) {
    List<Cell> cells =
        table.columns().stream().map(c -> new Cell(c.name(), Optional.of(c))).toList();
    return new RowSource(Optional.of(table), Optional.of(table), cells, true);
  }

  /** The same rows with other labels; without any when their number differs. */
  RowSource labelled(List<String> labels) {
    if (labels.isEmpty()) {
      return this;
    }
    boolean fits = labels.size() == columns.size();
    List<Cell> cells =
        fits
            ? IntStream.range(0, labels.size())
                .mapToObj(i -> new Cell(labels.get(i), columns.get(i).origin()))
                .toList()
            : List.of();
    return new RowSource(table, about, cells, once);
  }

  /** The same columns of rows that are no rows of one table. */
  RowSource withoutTable() {
    List<Cell> cells = columns.stream().map(c -> new Cell(c.label(), Optional.empty())).toList();
    return new RowSource(Optional.empty(), about, cells, false);
  }

  /** The primary key of the table when that is one column. */
  Optional<String> key() {
    return table.map(Table::primaryKey).filter(k -> k.size() == 1).map(k -> k.get(0));
  }

  /** Whether the cell holds that key. */
  boolean isKey(Cell cell) {
    return key().isPresent()
        && cell.origin().filter(c -> c.name().equalsIgnoreCase(key().get())).isPresent();
  }

  /** Whether no two rows have the same value there. */
  boolean isUnique(Cell cell) {
    return once && (isKey(cell) || cell.origin().filter(RowSource::isUnique).isPresent());
  }

  private static boolean isUnique(Column column) {
    return column.key() == Column.Key.UNIQUE;
  }
}
