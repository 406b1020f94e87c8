package org.wenshu.evaluation;

import java.sql.SQLException;
import java.util.List;
import org.wenshu.execution.Rows;

/** Tells right from wrong by running the gold statements. */
final class Judge {
  private final GoldDatabase database;

  Judge(GoldDatabase database) {
    this.database = database;
  }

  /**
   * What became of the question.
   *
   * @param gold statements of which any one is right; empty when it is right to abstain
   */
  Verdict judge(Asked asked, List<String> gold, boolean furtherColumns) {
    if (gold.isEmpty() && asked.abstained()) {
      return Verdict.RIGHT;
    }
    if (asked.rows().isEmpty()) {
      return asked.abstained() ? Verdict.ABSTAINED : Verdict.FAILED;
    }
    Rows rows = asked.rows().get();
    try {
      return isAny(gold, ResultTable.of(rows), furtherColumns) && !rows.truncated()
          ? Verdict.RIGHT
          : Verdict.WRONG;
    } catch (SQLException e) {
      return Verdict.GOLD_FAILED;
    }
  }

  private boolean isAny(List<String> gold, ResultTable answer, boolean furtherColumns)
      throws SQLException {
    for (String sql : gold) {
      if (Comparison.matches(database.expect(sql), answer, furtherColumns)) {
        return true;
      }
    }
    return false;
  }
}
