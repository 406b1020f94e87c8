package org.wenshu.feed.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads a table of ticks of the database being asked; needs SELECT only. Thread-safe. */
final class JdbcTickRows implements TickRows {
  private static final int TIMEOUT_SECONDS = 5;

  private final DataSource database;
  private final TableConfig config;
  private final ZoneId zone;
  private volatile TableColumns columns;
  private volatile String schema = "";
  private volatile List<String> order = List.of();

  JdbcTickRows(DataSource database, TableConfig config, ZoneId zone) {
    this.database = database;
    this.config = config;
    this.zone = zone;
  }

  @Override
  public long lastId() {
    String sql = "SELECT COALESCE(MAX(" + quoted(columns().id()) + "), 0) FROM " + table();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public List<TickRow> newest(long upTo) {
    String id = quoted(columns().id());
    return read(
        "WHERE %s IN (SELECT MAX(%s) FROM %s WHERE %s <= ? GROUP BY %s) ORDER BY %s"
            .formatted(id, id, table(), id, quoted(columns().symbol()), id),
        List.of(upTo));
  }

  @Override
  public List<TickRow> after(long id, int most) {
    String column = quoted(columns().id());
    return read("WHERE %s > ? ORDER BY %s LIMIT ?".formatted(column, column), List.of(id, most));
  }

  @Override
  public List<TickRow> byId(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String column = quoted(columns().id());
    return read(
        "WHERE %s IN (%s) ORDER BY %s".formatted(column, places(ids.size()), column),
        List.copyOf(ids));
  }

  @Override
  public List<TickRow> after(long id, Collection<String> symbols, int most) {
    if (symbols.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>(List.of(id));
    values.addAll(symbols);
    values.add(most);
    String column = quoted(columns().id());
    return read(
        "WHERE %s > ? AND %s IN (%s) ORDER BY %s LIMIT ?"
            .formatted(column, quoted(columns().symbol()), places(symbols.size()), column),
        values);
  }

  private List<TickRow> read(String condition, List<?> values) {
    TableColumns known = columns();
    List<String> members = List.copyOf(known.byMember().keySet());
    String list =
        known.byMember().values().stream()
            .map(JdbcTickRows::quoted)
            .collect(Collectors.joining(", "));
    String sql = "SELECT " + list + " FROM " + table() + " " + condition;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return ticks(rows, known, members);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static List<TickRow> ticks(ResultSet rows, TableColumns columns, List<String> members)
      throws SQLException {
    List<TickRow> ticks = new ArrayList<>();
    while (rows.next()) {
      ticks.add(row(rows.getLong(members.indexOf("id") + 1), rows, columns, members));
    }
    return ticks;
  }

  /** What is wrong with one row, be it a date of zeros, is the matter of that row alone. */
  private static TickRow row(long id, ResultSet row, TableColumns columns, List<String> members) {
    try {
      Map<String, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < members.size(); i++) {
        boolean time = members.get(i).equals("event_time");
        values.put(
            members.get(i),
            time ? row.getObject(i + 1, LocalDateTime.class) : row.getObject(i + 1));
      }
      return new TickRow.Usable(columns.tick(values::get));
    } catch (SQLException | RuntimeException unusable) {
      return new TickRow.Unusable(id, unusable);
    }
  }

  /** The table may not be there yet when the server starts. */
  TableColumns columns() {
    TableColumns known = columns;
    if (known == null) {
      known = TableColumns.of(config, existing(), zone);
      columns = known;
    }
    return known;
  }

  private Set<String> existing() {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.getConnection();
        ResultSet rows =
            connection
                .getMetaData()
                .getColumns(connection.getCatalog(), null, config.table(), null)) {
      schema = connection.getCatalog();
      while (rows.next()) {
        names.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    order = List.copyOf(names);
    return new HashSet<>(names);
  }

  /** The schema that holds the table. */
  String schema() {
    columns();
    return schema;
  }

  /** Which of the table's columns is the id, from 0. */
  int idPlace() {
    return order.indexOf(columns().id().toLowerCase(Locale.ROOT));
  }

  private String table() {
    return quoted(config.table());
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static String places(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static SourceException failed(SQLException cause) {
    return new SourceException("The table of the feed cannot be read", cause);
  }
}
