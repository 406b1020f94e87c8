package org.wenshu.generation.grammar.plan;

import org.wenshu.generation.grammar.intent.Fact;

/** Spans of the calendar as expressions of a date. */
final class Periods {
  private Periods() {}

  static Expression of(Fact.Period period, Expression date) {
    return switch (period) {
      case DAY -> Expression.form("DATE({})", date);
      case WEEK -> Expression.form("DATE_FORMAT({}, '%x-%v')", date);
      case MONTH -> Expression.form("DATE_FORMAT({}, '%Y-%m')", date);
      case QUARTER -> Expression.form("CONCAT(YEAR({}), '-Q', QUARTER({}))", date, date);
      case YEAR -> Expression.form("YEAR({})", date);
    };
  }
}
