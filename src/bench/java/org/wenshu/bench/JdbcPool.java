package org.wenshu.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/** The yardstick: the same statement by bare JDBC, through a pool as large as Wenshu's. */
final class JdbcPool implements AutoCloseable {
  private static final int SIZE = 36;

  private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(SIZE);

  JdbcPool(BenchDatabase database, int connections) throws SQLException {
    for (int i = 0; i < connections; i++) {
      free.add(database.connect());
    }
  }

  Callable<Load.Client> opener(String sql) {
    return () -> new PoolClient(sql);
  }

  /** Takes a connection, reads every value of every row, gives the connection back. */
  private final class PoolClient implements Load.Client {
    private final String sql;

    PoolClient(String sql) {
      this.sql = sql;
    }

    @Override
    public void ask() throws SQLException, InterruptedException {
      Connection connection = free.take();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            rows.getObject(column);
          }
        }
      } finally {
        free.add(connection);
      }
    }

    @Override
    public void close() {}
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : free) {
      connection.close();
    }
  }
}
