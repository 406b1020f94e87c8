package org.wenshu.execution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.wenshu.error.ErrorCode;
import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Wording;

/**
 * Refuses statements that the server itself expects to be too much: by EXPLAIN, the combinations of
 * rows it would have to look at. Asks the server only where the sizes of the tables leave it open.
 * Thread-safe.
 */
final class CostGate {
  private static final double MOST_WORTH_TELLING = 1e30;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  private final long limit;
  private final Explain explain;

  /**
   * A gate that lets {@link ExecutionConfig#maxEstimatedRows()} through; 0 lets everything through.
   */
  CostGate(ExecutionConfig config) {
    this.limit = config.maxEstimatedRows();
    this.explain = new Explain(config);
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
    return explain.read(connection, sql, running).map(PlanEstimate::of).orElse(0.0);
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
