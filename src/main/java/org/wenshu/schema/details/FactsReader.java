package org.wenshu.schema.details;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wenshu.question.Deadline;
import org.wenshu.schema.scan.BoundedReads;

/**
 * Reads all details of a database with one statement for each kind. Columns are taken by position,
 * since servers differ in the letter case of their labels. Confined to one thread.
 */
final class FactsReader {
  private static final String TABLES =
      """
      SELECT table_name, engine, table_collation, table_rows, data_length,
        UNIX_TIMESTAMP(create_time), UNIX_TIMESTAMP(update_time)
      FROM information_schema.tables
      WHERE table_schema = ?
      """;
  private static final String COLUMNS =
      """
      SELECT table_name, column_name, column_default, extra, character_set_name, collation_name
      FROM information_schema.columns
      WHERE table_schema = ?
      """;
  private static final String INDEXES =
      """
      SELECT table_name, index_name, non_unique, column_name, index_type
      FROM information_schema.statistics
      WHERE table_schema = ?
      ORDER BY table_name, index_name <> 'PRIMARY', index_name, seq_in_index
      """;
  private static final String KEYS =
      """
      SELECT table_name, constraint_name, column_name
      FROM information_schema.key_column_usage
      WHERE table_schema = ? AND referenced_table_schema = table_schema
      ORDER BY table_name, constraint_name, ordinal_position
      """;
  private static final String RULES =
      """
      SELECT table_name, constraint_name, update_rule, delete_rule
      FROM information_schema.referential_constraints
      WHERE constraint_schema = ?
      """;

  private final BoundedReads reads;
  private final String database;
  private final Deadline deadline;
  private final boolean mariaDb;
  private final Map<String, TableFacts> tables = new HashMap<>();

  FactsReader(BoundedReads reads, String database, Deadline deadline, boolean mariaDb) {
    this.reads = reads;
    this.database = database;
    this.deadline = deadline;
    this.mariaDb = mariaDb;
  }

  CatalogueFacts read() throws SQLException {
    each(TABLES, this::table);
    each(COLUMNS, this::column);
    each(INDEXES, this::index);
    each(KEYS, this::key);
    each(RULES, this::rule);
    return new CatalogueFacts(tables);
  }

  private void each(String sql, BoundedReads.RowReader reader) throws SQLException {
    reads.each(sql, deadline, deadline.remaining(), reader, database);
  }

  private void table(ResultSet row) throws SQLException {
    tables.put(
        row.getString(1).toLowerCase(Locale.ROOT),
        new TableFacts(
            text(row.getString(2)),
            text(row.getString(3)).replaceFirst("_.*", ""),
            row.getLong(4),
            row.getLong(5),
            moment(row, 6),
            moment(row, 7)));
  }

  private void column(ResultSet row) throws SQLException {
    String extra = text(row.getString(4));
    DefaultValue value = DefaultValue.of(row.getString(3), extra, mariaDb);
    facts(row)
        .put(
            row.getString(2),
            new TableFacts.ColumnFacts(
                value.text(),
                value.expression(),
                extra.toLowerCase(Locale.ROOT).contains("auto_increment"),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6))));
  }

  private void index(ResultSet row) throws SQLException {
    String name = row.getString(2);
    boolean unique = row.getInt(3) == 0;
    String column = row.getString(4);
    facts(row)
        .addToIndex(
            name,
            type(name, unique, text(row.getString(5))),
            unique,
            column == null ? IndexDetails.EXPRESSION : column);
  }

  private static IndexDetails.Type type(String name, boolean unique, String kind) {
    if (name.equals("PRIMARY")) {
      return IndexDetails.Type.PRIMARY;
    }
    if (kind.equals("FULLTEXT")) {
      return IndexDetails.Type.FULLTEXT;
    }
    return unique ? IndexDetails.Type.UNIQUE : IndexDetails.Type.INDEX;
  }

  private void key(ResultSet row) throws SQLException {
    facts(row).addToKey(row.getString(2), row.getString(3));
  }

  private void rule(ResultSet row) throws SQLException {
    facts(row).rules(row.getString(2), row.getString(3), row.getString(4));
  }

  /** Facts of a table that came into being meanwhile lead nowhere. */
  private TableFacts facts(ResultSet row) throws SQLException {
    TableFacts found = tables.get(row.getString(1).toLowerCase(Locale.ROOT));
    return found == null ? new TableFacts("", "", 0, 0, Optional.empty(), Optional.empty()) : found;
  }

  private static Optional<Instant> moment(ResultSet row, int place) throws SQLException {
    double seconds = row.getDouble(place);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(Math.round(seconds)));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
