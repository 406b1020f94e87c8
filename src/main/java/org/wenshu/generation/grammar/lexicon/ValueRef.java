package org.wenshu.generation.grammar.lexicon;

import org.wenshu.schema.Column;
import org.wenshu.schema.Table;

/**
 * A stored value that words may name.
 *
 * @param stored the value as the column holds it
 * @param exact whether the words are the stored value itself, not a translation or a label of it
 */
public record ValueRef(Table table, Column column, String stored, boolean exact) {
  /** Whether it is stored in the table. */
  public boolean isOf(Table other) {
    return other != null && table.name().equals(other.name());
  }

  boolean sameColumn(ValueRef other) {
    return isOf(other.table) && column.name().equals(other.column.name());
  }
}
