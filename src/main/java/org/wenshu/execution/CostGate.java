package org.wenshu.execution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.ErrorCode;
import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Wording;

/**
 * Refuses statements that the server itself expects to be too much: by EXPLAIN, the combinations of
 * rows it would have to look at. Asks the server only where the sizes of the tables leave it open.
 * Thread-safe.
 */
final class CostGate {
  private static final Logger LOG = Logger.getLogger(CostGate.class.getName());

  private final long limit;

  /** A gate that lets so many combinations of rows through; 0 lets everything through. */
  CostGate(long limit) {
    this.limit = limit;
  }

  /**
   * Returns when the statement may run.
   *
   * @param running watches the connection while the server estimates
   * @throws ExecutionException with SQL_REFUSED when it may not
   * @throws SQLException when it was stopped meanwhile
   */
  void check(Connection connection, GuardedSql sql, RunningStatement running) throws SQLException {
    if (limit == 0 || sql.mostCombinations() <= limit) {
      return;
    }
    double estimate = estimate(connection, sql, running);
    if (estimate > limit) {
      throw new ExecutionException(ErrorCode.SQL_REFUSED, refusal(estimate), null);
    }
  }

  private static double estimate(Connection connection, GuardedSql sql, RunningStatement running)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery("EXPLAIN " + sql.text())) {
      return PlanEstimate.read(plan).combinations();
    } catch (SQLException e) {
      if (running.isStopped()) {
        throw e;
      }
      // What is wrong with the statement it will say best itself.
      LOG.log(Level.FINE, "The server gives no estimate", e);
      return 0;
    }
  }

  private Wording refusal(double estimate) {
    String estimated = String.format(Locale.ROOT, "%,.0f", estimate);
    String most = String.format(Locale.ROOT, "%,d", limit);
    return new Wording(
        "查询代价过高：数据库估计需要检查 " + estimated + " 种行组合，上限为 " + most + "。请增加筛选条件、缩短时间范围，或补充表之间的关联条件",
        "The statement is too expensive: the database expects to look at "
            + estimated
            + " combinations of rows, the limit is "
            + most
            + ". Add conditions, ask for a shorter period, or say how the tables belong together");
  }
}
