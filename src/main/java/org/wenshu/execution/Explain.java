package org.wenshu.execution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.guard.GuardedSql;

/** Reads the tabular plan of statements. Thread-safe. */
final class Explain {
  private static final Logger LOG = Logger.getLogger(Explain.class.getName());

  /** The driver misses a column; the account may not see the plan of a view. */
  private static final Set<Integer> UNREADABLE = Set.of(0, 1345);

  /** A plan is read as a whole, whatever the cap of an answer is. */
  private static final int LONGEST_PLAN = 1000;

  private final int longestPlan;
  private final AtomicBoolean warned = new AtomicBoolean();

  Explain(ExecutionConfig config) {
    // The cap of the answer, where it can be: the driver tells the server of every other.
    this.longestPlan = Math.max(config.maxRows(), LONGEST_PLAN) + 1;
  }

  /**
   * The plan; empty where the server gives none.
   *
   * @param running watches the connection while the server plans
   * @throws SQLException when it was stopped meanwhile, or its connection lost
   */
  Optional<List<PlanRow>> read(Connection connection, GuardedSql sql, RunningStatement running)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setMaxRows(longestPlan);
      try (ResultSet plan = statement.executeQuery(explain(connection) + sql.text())) {
        return Optional.of(PlanRow.read(plan));
      }
    } catch (SQLException e) {
      if (running.isStopped() || SqlFailures.isFinal(e)) {
        throw e;
      }
      // What is wrong with the statement it will say best itself.
      logMissing(e);
      return Optional.empty();
    }
  }

  /** MySQL's sessions may ask for another form; MariaDB must be asked for the rows filtered. */
  private static String explain(Connection connection) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    return version.toLowerCase(Locale.ROOT).contains("mariadb")
        ? "EXPLAIN EXTENDED "
        : "EXPLAIN FORMAT=TRADITIONAL ";
  }

  /** Loud once where it is no fault of the statement: then no plan is told, perhaps for good. */
  private void logMissing(SQLException e) {
    LOG.log(
        UNREADABLE.contains(e.getErrorCode()) && warned.compareAndSet(false, true)
            ? Level.WARNING
            : Level.FINE,
        "The server gives no plan of a statement, which may run all the same: {0}",
        DatabaseMessage.clean(e.getMessage()));
  }
}
