package org.wenshu.explanation;

import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression;

/**
 * A span of the calendar that a moment lies in.
 *
 * @param of the moment
 * @param span which span
 * @param repeated whether the same span of every year is meant, such as any March
 */
record Periods(Expression of, Span span, boolean repeated) {
  /** Spans of the calendar. */
  enum Span {
    HOUR("小时", "hour"),
    DAY("天", "day"),
    WEEK("周", "week"),
    MONTH("月", "month"),
    QUARTER("季度", "quarter"),
    YEAR("年", "year");

    private final String chinese;
    private final String english;

    Span(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    String in(Words words) {
      return words.isChinese() ? chinese : english;
    }
  }

  static Optional<Periods> of(Expression expression) {
    if (!(expression instanceof Expression.Call call) || call.arguments().isEmpty()) {
      return Optional.empty();
    }
    Expression first = call.arguments().get(0);
    return switch (call.name()) {
      case "DATE" -> Optional.of(new Periods(first, Span.DAY, false));
      case "YEAR" -> Optional.of(new Periods(first, Span.YEAR, false));
      case "QUARTER" -> Optional.of(new Periods(first, Span.QUARTER, true));
      case "MONTH" -> Optional.of(new Periods(first, Span.MONTH, true));
      case "HOUR" -> Optional.of(new Periods(first, Span.HOUR, true));
      case "DATE_FORMAT" -> formatted(call, first);
      case "CONCAT" -> quarter(call);
      default -> Optional.empty();
    };
  }

  private static Optional<Periods> formatted(Expression.Call call, Expression first) {
    String format = call.argument(1).map(SqlText::of).orElse("");
    return switch (format) {
      case "'%Y-%m-%d'" -> Optional.of(new Periods(first, Span.DAY, false));
      case "'%Y-%m'", "'%Y%m'", "'%Y-%m-01'" -> Optional.of(new Periods(first, Span.MONTH, false));
      case "'%Y'" -> Optional.of(new Periods(first, Span.YEAR, false));
      case "'%x-%v'", "'%x-W%v'", "'%Y-%u'" -> Optional.of(new Periods(first, Span.WEEK, false));
      default -> Optional.empty();
    };
  }

  /** {@code CONCAT(YEAR(x), '-Q', QUARTER(x))}. */
  private static Optional<Periods> quarter(Expression.Call call) {
    List<Expression> parts = call.arguments();
    if (parts.size() != 3) {
      return Optional.empty();
    }
    Optional<Periods> year = of(parts.get(0)).filter(p -> p.span() == Span.YEAR);
    Optional<Periods> quarter = of(parts.get(2)).filter(p -> p.span() == Span.QUARTER);
    return year.isPresent()
            && quarter.isPresent()
            && SqlText.of(year.get().of()).equals(SqlText.of(quarter.get().of()))
        ? Optional.of(new Periods(year.get().of(), Span.QUARTER, false))
        : Optional.empty();
  }

  /** The span as a value, such as the year of a date. */
  Term term(Words words, Term moment) {
    String name =
        switch (span) {
          case DAY -> words.say("日期", "date");
          case YEAR -> words.say("年份", "year");
          case MONTH -> repeated ? words.say("月份", "month of the year") : words.say("年月", "month");
          case QUARTER ->
              repeated ? words.say("季度", "quarter of the year") : words.say("季度", "quarter");
          case WEEK -> words.say("周次", "week");
          case HOUR -> words.say("小时", "hour of the day");
        };
    return Term.of(
        words.say("%1$s的%2$s", "%2$s of the %1$s", moment.in(words), name), Term.Kind.MOMENT);
  }
}
