package org.wenshu.execution;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * Reads plans on a pool of {@link ReadOnlySession}s. Planning may wait for locks, so it is watched
 * and killed like a statement.
 */
public final class JdbcPlanReader implements PlanReader {
  private final DataSource pool;
  private final StatementKiller killer;
  private final ExecutionConfig config;
  private final SqlFailures failures;
  private final Explain explain;

  /**
   * A reader of plans.
   *
   * @param pool read-only sessions
   * @param killer owned by the caller, who closes it after the last statement
   */
  public JdbcPlanReader(DataSource pool, StatementKiller killer, ExecutionConfig config) {
    this.pool = pool;
    this.killer = killer;
    this.config = config;
    this.failures = new SqlFailures(config);
    this.explain = new Explain(config);
  }

  @Override
  public QueryPlan plan(GuardedSql sql, Deadline deadline, Cancellation cancellation) {
    cancellation.check();
    try (Connection connection = SqlFailures.connect(pool)) {
      return plan(connection, sql, deadline, cancellation);
    } catch (SQLException e) {
      cancellation.check();
      throw failures.translate(e);
    }
  }

  private QueryPlan plan(
      Connection connection, GuardedSql sql, Deadline deadline, Cancellation cancellation)
      throws SQLException {
    Duration limit = deadline.atMost(config.timeout()).remaining();
    try (RunningStatement running =
        RunningStatement.watch(
            connection.unwrap(JdbcConnection.class), killer, limit, cancellation)) {
      return plan(connection, sql, running);
    }
  }

  private QueryPlan plan(Connection connection, GuardedSql sql, RunningStatement running)
      throws SQLException {
    try {
      return explain.read(connection, sql, running).map(QueryPlan::new).orElse(QueryPlan.UNTOLD);
    } catch (SQLException e) {
      if (running.isTimedOut()) {
        throw failures.timedOut(e);
      }
      throw e;
    }
  }
}
