package org.wenshu.launcher.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Collects rows of one table and sends them in batches. */
final class BatchInsert implements AutoCloseable {
  private static final int BATCH_ROWS = 1_000;

  private final PreparedStatement statement;
  private int rows;

  BatchInsert(Connection connection, String table, List<String> columns) throws SQLException {
    String marks = String.join(",", Collections.nCopies(columns.size(), "?"));
    this.statement =
        connection.prepareStatement(
            "INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(",", columns), marks));
  }

  void add(Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
    rows++;
    if (rows % BATCH_ROWS == 0) {
      statement.executeBatch();
    }
  }

  /** Sends what is left; returns how many rows there were in all. */
  int finish() throws SQLException {
    statement.executeBatch();
    return rows;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
