package org.wenshu.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.wenshu.values.StoredValues;

/** Reads distinct values over the pool of the database being asked. */
public final class JdbcStoredValues implements StoredValues {
  private static final String COLLATION =
      "SELECT COLLATION_NAME FROM INFORMATION_SCHEMA.COLUMNS"
          + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND COLUMN_NAME = ?";

  private final DataSource pool;

  /** Reads over this pool. */
  public JdbcStoredValues(DataSource pool) {
    this.pool = pool;
  }

  @Override
  public Content read(String table, String column, int limit) {
    try (Connection connection = pool.getConnection()) {
      String collation = collation(connection, table, column);
      return new Content(
          values(connection, table, column, limit),
          !collation.endsWith("_ci"),
          !collation.contains("_0900_") && !collation.contains("nopad"));
    } catch (SQLException e) {
      throw SqlFailures.unavailable(e);
    }
  }

  private static String collation(Connection connection, String table, String column)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COLLATION)) {
      statement.setString(1, table);
      statement.setString(2, column);
      try (ResultSet result = statement.executeQuery()) {
        String name = result.next() ? result.getString(1) : null;
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
      }
    }
  }

  private static List<String> values(Connection connection, String table, String column, int limit)
      throws SQLException {
    String sql =
        "SELECT DISTINCT %2$s FROM %1$s WHERE %2$s IS NOT NULL LIMIT %3$d"
            .formatted(quoted(table), quoted(column), limit);
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
