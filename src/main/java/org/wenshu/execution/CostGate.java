package org.wenshu.execution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** The driver misses a column; the account may not see the plan of a view. */
  private static final Set<Integer> UNREADABLE = Set.of(0, 1345);

  private static final double MOST_WORTH_TELLING = 1e30;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  /** A plan is read as a whole, whatever the cap of an answer is. */
  private static final int LONGEST_PLAN = 1000;

  private final long limit;
  private final int longestPlan;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * A gate that lets {@link ExecutionConfig#maxEstimatedRows()} through; 0 lets everything through.
   */
  CostGate(ExecutionConfig config) {
    this.limit = config.maxEstimatedRows();
    // The cap of the answer, where it can be: the driver tells the server of every other.
    this.longestPlan = Math.max(config.maxRows(), LONGEST_PLAN) + 1;
  }

  /**
   * Returns when the statement may run.
   *
   * @param running watches the connection while the server estimates
   * @throws ExecutionException with SQL_REFUSED when it may not
   * @throws SQLException when it was stopped meanwhile, or its connection lost
   */
  void check(Connection connection, GuardedSql sql, RunningStatement running) throws SQLException {
    if (limit == 0 || sql.mostCombinations() <= limit) {
      return;
    }
    double estimate = estimate(connection, sql, running);
    if (estimate > limit) {
      throw new ExecutionException(ErrorCode.SQL_REFUSED, refusal(estimate, limit), null);
    }
  }

  private double estimate(Connection connection, GuardedSql sql, RunningStatement running)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setMaxRows(longestPlan);
      try (ResultSet plan = statement.executeQuery(explain(connection) + sql.text())) {
        return PlanEstimate.of(PlanRow.read(plan));
      }
    } catch (SQLException e) {
      if (running.isStopped() || SqlFailures.isFinal(e)) {
        throw e;
      }
      // What is wrong with the statement it will say best itself.
      logMissing(e);
      return 0;
    }
  }

  /** MySQL's sessions may ask for another form; MariaDB must be asked for the rows filtered. */
  private static String explain(Connection connection) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    return version.toLowerCase(Locale.ROOT).contains("mariadb")
        ? "EXPLAIN EXTENDED "
        : "EXPLAIN FORMAT=TRADITIONAL ";
  }

  /**
   * Loud once where it is no fault of the statement: then the gate stays open, perhaps for good.
   */
  private void logMissing(SQLException e) {
    LOG.log(
        UNREADABLE.contains(e.getErrorCode()) && warned.compareAndSet(false, true)
            ? Level.WARNING
            : Level.FINE,
        "The server gives no estimate for a statement, which runs all the same: {0}",
        DatabaseMessage.clean(e.getMessage()));
  }

  /** Two digits: more would be false, and would tell of rows the asker may not count. */
  static Wording refusal(double estimate, long limit) {
    BigDecimal rounded = new BigDecimal(Math.min(estimate, MOST_WORTH_TELLING)).round(TWO_DIGITS);
    String estimated = String.format(Locale.ROOT, "%,d", rounded.toBigInteger());
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
