package org.wenshu.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import javax.sql.DataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.BusyThread;
import org.wenshu.question.Wording;

/** Tells what an {@link SQLException} means for the asker. */
final class SqlFailures {
  /** MySQL's and MariaDB's own statement timeouts. */
  private static final Set<Integer> TIMED_OUT = Set.of(3024, 1969);

  /** Too many connections, shutdown, connection killed. */
  private static final Set<Integer> GONE = Set.of(1040, 1053, 1927, 2006, 2013);

  private static final Wording UNAVAILABLE =
      new Wording("数据库暂时不可用", "The database is not available at the moment");

  private final ExecutionConfig config;

  SqlFailures(ExecutionConfig config) {
    this.config = config;
  }

  WenshuException translate(SQLException e) {
    if (TIMED_OUT.contains(e.getErrorCode())) {
      return timedOut(e);
    }
    if (isConnectionFailure(e)) {
      return unavailable(e);
    }
    String message = DatabaseMessage.clean(e.getMessage());
    return new ExecutionException(ErrorCode.EXECUTION_FAILED, new Wording(message, message), e);
  }

  ExecutionException timedOut(SQLException cause) {
    long seconds = config.timeout().toSeconds();
    Wording wording =
        new Wording("查询超时（" + seconds + "秒）", "The query timed out after " + seconds + " s");
    return new ExecutionException(ErrorCode.EXECUTION_TIMED_OUT, wording, cause);
  }

  /** Whether running something else on the connection cannot help. */
  static boolean isFinal(SQLException e) {
    return TIMED_OUT.contains(e.getErrorCode()) || isConnectionFailure(e);
  }

  /**
   * A connection of the pool.
   *
   * @throws WenshuException when there is none
   */
  static Connection connect(DataSource pool) {
    BusyThread.waits();
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** No failure of the statement: no repair could help. */
  static WenshuException unavailable(SQLException cause) {
    return new WenshuException(ErrorCode.DATABASE_UNAVAILABLE, UNAVAILABLE, cause);
  }

  private static boolean isConnectionFailure(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLNonTransientConnectionException
        || e instanceof SQLTransientConnectionException
        || (state != null && state.startsWith("08"))
        || GONE.contains(e.getErrorCode());
  }
}
