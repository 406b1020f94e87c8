package org.wenshu.generation.grammar.plan;

import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.schema.Column;

/** Spans of the calendar as expressions of a date. */
final class Periods {
  private Periods() {}

  /** The span a date lies in; a column of bare years is its own span of years. */
  static Expression of(Fact.Period period, Expression date, Column column) {
    if (!column.kind().isTemporal()) {
      if (period == Fact.Period.YEAR) {
        return date;
      }
      throw new NotPlanned(
          "字段 " + column.name() + " 不是日期", "Column " + column.name() + " holds no dates");
    }

    return switch (period) {
      case DAY -> Expression.form("DATE({})", date);
      case WEEK -> Expression.form("DATE_FORMAT({}, '%x-%v')", date);
      case MONTH -> Expression.form("DATE_FORMAT({}, '%Y-%m')", date);
      case QUARTER -> Expression.form("CONCAT(YEAR({}), '-Q', QUARTER({}))", date, date);
      case YEAR -> Expression.form("YEAR({})", date);
    };
  }
}
