package org.wenshu.execution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Asks a database for the smallest answer there is. Thread-safe. */
public final class DatabaseProbe {
  private static final Logger LOG = Logger.getLogger(DatabaseProbe.class.getName());
  private static final int ANSWER_SECONDS = 2;

  private final DataSource pool;

  /** A probe over that pool. */
  public DatabaseProbe(DataSource pool) {
    this.pool = pool;
  }

  /** Whether an answer comes: within 2 s, once the pool has given a connection. */
  public boolean answers() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(ANSWER_SECONDS);
      try (ResultSet one = statement.executeQuery("SELECT 1")) {
        return one.next();
      }
    } catch (SQLException e) {
      LOG.log(Level.FINE, "The database does not answer", e);
      return false;
    }
  }
}
