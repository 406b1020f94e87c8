package org.wenshu.generation.grammar.lexicon;

import org.wenshu.schema.Column;
import org.wenshu.schema.Table;

/**
 * A table or column that words may name.
 *
 * @param table the table, or the column's table
 * @param column null when the table itself is meant
 * @param quality how well the words name it, above 0 and at most 1
 */
public record ElementRef(Table table, Column column, double quality) {
  /** Whether the table itself is meant. */
  public boolean isTable() {
    return column == null;
  }

  /** Whether both name the same table or column, however well. */
  public boolean names(ElementRef other) {
    return table.name().equals(other.table.name())
        && (column == null
            ? other.column == null
            : other.column != null && column.name().equals(other.column.name()));
  }

  /** Whether it belongs to the table, or is it. */
  public boolean isOf(Table other) {
    return other != null && table.name().equals(other.name());
  }

  /** Whether it is the column a stored value is in. */
  public boolean holds(ValueRef value) {
    return column != null
        && column.name().equals(value.column().name())
        && table.name().equals(value.table().name());
  }

  ElementRef times(double certainty) {
    return new ElementRef(table, column, quality * certainty);
  }

  @Override
  public String toString() {
    return isTable() ? table.name() : table.name() + "." + column.name();
  }
}
