package org.wenshu.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table or view as catalogued.
 *
 * @param name as stored
 * @param view whether it is a view
 * @param comment empty when there is none
 * @param columns in their order
 * @param primaryKey column names, empty when there is none
 * @param foreignKeys those this table holds
 * @param estimatedRows the server's own estimate, 0 for views
 * @param definition the query of a view; empty for tables, and where the account may not see it
 */
public record Table(
    String name,
    boolean view,
    String comment,
    List<Column> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    long estimatedRows,
    String definition) {
  /** Copies the lists. */
  public Table {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /** A table, or a view whose query is not known. */
  public Table(
      String name,
      boolean view,
      String comment,
      List<Column> columns,
      List<String> primaryKey,
      List<ForeignKey> foreignKeys,
      long estimatedRows) {
    this(name, view, comment, columns, primaryKey, foreignKeys, estimatedRows, "");
  }

  /** The column of that name, in any letter case. */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(columnName)).findFirst();
  }
}
