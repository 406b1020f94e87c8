package org.wenshu.schema.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.question.Deadline;

/**
 * Runs reading statements of which none can wait for ever: each has a timeout that the server is
 * told of, and the socket has one for the case that the server no longer listens. Not thread-safe.
 */
public final class BoundedReads implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(BoundedReads.class.getName());

  private final Connection connection;
  private final int networkTimeoutBefore;

  /** Reads through that connection; nothing may wait longer for its socket. */
  public BoundedReads(Connection connection, Duration networkTimeout) throws SQLException {
    this.connection = connection;
    networkTimeoutBefore = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(networkTimeout.toMillis()));
  }

  /**
   * Runs the statement and hands on every row of its result.
   *
   * @throws SQLException when the deadline has passed or the server refuses
   */
  public void each(
      String sql, Deadline deadline, Duration timeout, RowReader reader, String... parameters)
      throws SQLException {
    if (deadline.isPassed()) {
      throw new SQLTimeoutException("No time is left to read the schema");
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(wholeSeconds(deadline.atMost(timeout).remaining()));
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private static int wholeSeconds(Duration duration) {
    return (int) Math.max(1, duration.plusMillis(999).toSeconds());
  }

  @Override
  public void close() {
    try {
      connection.setNetworkTimeout(Runnable::run, networkTimeoutBefore);
    } catch (SQLException e) {
      LOG.log(Level.FINE, "The connection is broken; its pool will find out", e);
    }
  }

  /** Reads the row on which the result set stands. */
  @FunctionalInterface
  public interface RowReader {
    /** Reads it. */
    void read(ResultSet row) throws SQLException;
  }
}
