package org.wenshu.schema.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.Table;

/** A table while the facts about it come in. Not thread-safe. */
final class ScannedTable {
  private final String name;
  private final boolean view;
  private final String comment;
  private final long estimatedRows;
  private final List<ScannedColumn> columns = new ArrayList<>();
  private final List<String> primaryKey = new ArrayList<>();
  private final Map<String, References> references = new TreeMap<>();
  private String definition = "";

  ScannedTable(String name, boolean view, String comment, long estimatedRows) {
    this.name = name;
    this.view = view;
    this.comment = comment;
    this.estimatedRows = estimatedRows;
  }

  String name() {
    return name;
  }

  boolean view() {
    return view;
  }

  long estimatedRows() {
    return estimatedRows;
  }

  void define(String query) {
    definition = query;
  }

  List<ScannedColumn> columns() {
    return columns;
  }

  List<String> primaryKey() {
    return primaryKey;
  }

  void reference(String constraint, String column, String table, String referencedColumn) {
    References key =
        references.computeIfAbsent(
            constraint, c -> new References(table, new ArrayList<>(), new ArrayList<>()));
    key.columns().add(column);
    key.referencedColumns().add(referencedColumn);
  }

  /** Foreign keys to tables the account may not see help nobody. */
  void dropKeysToUnknown(Set<String> known) {
    references
        .values()
        .removeIf(key -> !known.contains(key.referencedTable().toLowerCase(Locale.ROOT)));
  }

  Table finish() {
    List<ForeignKey> foreignKeys = references.values().stream().map(r -> r.from(name)).toList();
    return new Table(
        name,
        view,
        comment,
        columns.stream().map(ScannedColumn::finish).toList(),
        primaryKey,
        foreignKeys,
        estimatedRows,
        definition);
  }

  private record References(
      String referencedTable, List<String> columns, List<String> referencedColumns) {
    ForeignKey from(String table) {
      return new ForeignKey(table, columns, referencedTable, referencedColumns);
    }
  }
}
