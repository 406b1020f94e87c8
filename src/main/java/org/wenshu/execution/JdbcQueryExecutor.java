package org.wenshu.execution;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * Runs guarded SQL on a pool of {@link ReadOnlySession}s (contract of the text2sql stream, sections
 * 7 and 10). Rows are read as the server sends them, so that a result of any size costs no more
 * memory than {@link ExecutionConfig} grants. A statement that is cancelled or late is killed on
 * the server over a connection of its own, and the pool gets its connection back as it was.
 */
public final class JdbcQueryExecutor implements QueryExecutor {
  private final DataSource pool;
  private final StatementKiller killer;
  private final ExecutionConfig config;
  private final SqlFailures failures;
  private final CostGate gate;

  /**
   * An executor.
   *
   * @param pool read-only sessions
   * @param killer owned by the caller, who closes it after the last statement
   */
  public JdbcQueryExecutor(DataSource pool, StatementKiller killer, ExecutionConfig config) {
    this.pool = pool;
    this.killer = killer;
    this.config = config;
    this.failures = new SqlFailures(config);
    this.gate = new CostGate(config);
  }

  @Override
  public Rows execute(GuardedSql sql, Deadline deadline, Cancellation cancellation) {
    cancellation.check();
    try (Connection connection = SqlFailures.connect(pool)) {
      return run(connection, sql, deadline, cancellation);
    } catch (SQLException e) {
      cancellation.check();
      throw failures.translate(e);
    }
  }

  private Rows run(
      Connection connection, GuardedSql sql, Deadline deadline, Cancellation cancellation)
      throws SQLException {
    Duration limit = deadline.atMost(config.timeout()).remaining();
    try (Statement statement = connection.createStatement();
        RunningStatement running =
            RunningStatement.watch(
                connection.unwrap(JdbcConnection.class), killer, limit, cancellation)) {
      estimate(connection, sql, running);
      return read(statement, sql, running);
    }
  }

  private void estimate(Connection connection, GuardedSql sql, RunningStatement running)
      throws SQLException {
    try {
      gate.check(connection, sql, running);
    } catch (SQLException e) {
      if (running.isTimedOut()) {
        throw failures.timedOut(e);
      }
      throw e;
    }
  }

  private Rows read(Statement statement, GuardedSql sql, RunningStatement running)
      throws SQLException {
    statement.setEscapeProcessing(false);
    statement.setMaxRows(config.maxRows() + 1);
    statement.setFetchSize(Integer.MIN_VALUE);
    RowReader reader = new RowReader(config);
    try (ResultSet result = statement.executeQuery(sql.text())) {
      reader.read(result, running::enough);
    } catch (SQLException e) {
      if (running.isTimedOut()) {
        throw failures.timedOut(e);
      }
      if (!running.hasEnough()) {
        throw e;
      }
    }
    return reader.rows();
  }
}
