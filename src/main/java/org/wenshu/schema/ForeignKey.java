package org.wenshu.schema;

import java.util.List;

/**
 * A foreign key; column lists run in parallel and have the same length.
 *
 * @param table the referencing table
 * @param columns its columns
 * @param referencedTable the table referred to
 * @param referencedColumns its columns
 */
public record ForeignKey(
    String table, List<String> columns, String referencedTable, List<String> referencedColumns) {
  /** Copies the lists. */
  public ForeignKey {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }
}
