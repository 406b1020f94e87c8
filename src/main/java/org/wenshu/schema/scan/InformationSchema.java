package org.wenshu.schema.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.wenshu.question.Deadline;

/** Reads all tables of a database with one statement for each kind of fact. Not thread-safe. */
final class InformationSchema {
  private static final String TABLES =
      """
      SELECT table_name, table_type, table_comment, table_rows
      FROM information_schema.tables
      WHERE table_schema = ?
        AND table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')
      """;
  private static final String COLUMNS =
      """
      SELECT table_name, column_name, ordinal_position, data_type, column_type, is_nullable,
        column_comment, column_key, character_maximum_length
      FROM information_schema.columns
      WHERE table_schema = ?
      ORDER BY table_name, ordinal_position
      """;
  private static final String KEYS =
      """
      SELECT table_name, constraint_name, column_name, referenced_table_name,
        referenced_column_name
      FROM information_schema.key_column_usage
      WHERE table_schema = ?
        AND (constraint_name = 'PRIMARY' OR referenced_table_schema = table_schema)
      ORDER BY table_name, constraint_name, ordinal_position
      """;

  /** Empty for an account without SHOW VIEW. */
  private static final String VIEWS =
      """
      SELECT table_name, view_definition
      FROM information_schema.views
      WHERE table_schema = ?
      """;

  private final BoundedReads reads;
  private final String database;
  private final Deadline deadline;
  private final Duration timeout;
  private final Map<String, ScannedTable> tables = new TreeMap<>();

  InformationSchema(BoundedReads reads, String database, Deadline deadline, Duration timeout) {
    this.reads = reads;
    this.database = database;
    this.deadline = deadline;
    this.timeout = timeout;
  }

  /** All tables in name order; without those that vanished while they were read. */
  List<ScannedTable> tables() throws SQLException {
    reads.each(TABLES, deadline, timeout, this::table, database);
    reads.each(COLUMNS, deadline, timeout, this::column, database);
    reads.each(VIEWS, deadline, timeout, this::view, database);
    reads.each(KEYS, deadline, timeout, this::key, database);
    tables.values().removeIf(table -> table.columns().isEmpty());
    tables.values().forEach(table -> table.dropKeysToUnknown(tables.keySet()));
    return List.copyOf(tables.values());
  }

  private void table(ResultSet row) throws SQLException {
    String name = row.getString(1);
    boolean view = "VIEW".equals(row.getString(2));
    // Of a view the server gives the word VIEW, or what is wrong with it.
    String comment = view ? "" : text(row.getString(3));
    tables.put(
        name.toLowerCase(Locale.ROOT), new ScannedTable(name, view, comment, row.getLong(4)));
  }

  private void view(ResultSet row) throws SQLException {
    ScannedTable table = find(row.getString(1));
    if (table != null) {
      table.define(text(row.getString(2)));
    }
  }

  private void column(ResultSet row) throws SQLException {
    ScannedTable table = find(row.getString(1));
    if (table != null) {
      table.columns().add(ScannedColumn.of(row));
    }
  }

  private void key(ResultSet row) throws SQLException {
    ScannedTable table = find(row.getString(1));
    if (table == null) {
      return;
    }
    String referenced = row.getString(4);
    if (referenced == null) {
      table.primaryKey().add(row.getString(3));
      return;
    }
    ScannedTable target = find(referenced);
    table.reference(
        row.getString(2),
        row.getString(3),
        target == null ? referenced : target.name(),
        row.getString(5));
  }

  private ScannedTable find(String name) {
    return tables.get(name.toLowerCase(Locale.ROOT));
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }
}
