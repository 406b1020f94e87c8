package org.wenshu.explanation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.tree.Expression;

/** Says moments and stretches of time that hang on the present, or are written as dates. */
final class Moments {
  private static final Set<String> TODAY = Set.of("CURDATE", "CURRENT_DATE");
  private static final Set<String> NOW =
      Set.of("NOW", "CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP", "SYSDATE");
  private static final String WEEK = "CURDATE() - INTERVAL WEEKDAY(CURDATE()) DAY";
  private static final String QUARTER =
      "MAKEDATE(YEAR(CURDATE()), 1) + INTERVAL (QUARTER(CURDATE()) - 1) * 3 MONTH";

  private static final Map<String, String> CHINESE_UNITS =
      Map.of(
          "SECOND", "秒", "MINUTE", "分钟", "HOUR", "小时", "DAY", "天", "WEEK", "周", "MONTH", "个月",
          "QUARTER", "个季度", "YEAR", "年");

  private final Words words;

  Moments(Words words) {
    this.words = words;
  }

  /** The start of a stretch that the present lies in, and how far from it. */
  private record Anchor(String unit, long shift, String shiftUnit) {
    /** The start of the month that lies some months from the present, and its like. */
    Optional<Anchor> after(Anchor moment) {
      if (moment.shift() == 0) {
        return Optional.of(this);
      }
      boolean same = moment.shiftUnit().equals(unit);
      boolean present = moment.unit().equals("NOW") || moment.unit().equals("DAY");
      return same && present
          ? Optional.of(new Anchor(unit, moment.shift(), unit))
          : Optional.empty();
    }

    boolean is(String other, long distance) {
      return unit.equals(other) && shift == distance && shiftUnit.equals(other);
    }
  }

  /** A moment in words. */
  Optional<String> moment(Expression expression) {
    Optional<Anchor> anchor = anchor(expression);
    return anchor.isPresent() ? anchor.flatMap(this::moment) : date(expression).map(this::day);
  }

  private Optional<String> moment(Anchor anchor) {
    String base =
        switch (anchor.unit()) {
          case "NOW" -> words.say("现在", "now");
          case "DAY" -> words.say("今天", "today");
          case "WEEK" -> words.say("本周一", "this Monday");
          case "MONTH" -> words.say("本月初", "the start of this month");
          case "QUARTER" -> words.say("本季度初", "the start of this quarter");
          default -> words.say("今年初", "the start of this year");
        };
    if (anchor.shift() == 0) {
      return Optional.of(base);
    }
    if (anchor.is("DAY", -1)) {
      return Optional.of(words.say("昨天", "yesterday"));
    }
    if (anchor.is("DAY", 1)) {
      return Optional.of(words.say("明天", "tomorrow"));
    }
    String span = span(Math.abs(anchor.shift()), anchor.shiftUnit());
    boolean present = anchor.unit().equals("NOW") || anchor.unit().equals("DAY");
    if (present) {
      return Optional.of(
          anchor.shift() < 0 ? words.say("%s前", "%s ago", span) : words.say("%s后", "in %s", span));
    }
    return Optional.of(
        anchor.shift() < 0
            ? words.say("%2$s前%1$s", "%1$s before %2$s", span, base)
            : words.say("%2$s后%1$s", "%1$s after %2$s", span, base));
  }

  private String span(long count, String unit) {
    String english = unit.toLowerCase(Locale.ROOT);
    return words.say(
        "%1$d %2$s",
        "%1$d %3$s", count, CHINESE_UNITS.get(unit), count == 1 ? english : english + "s");
  }

  /** The stretch from the one moment up to, but without, the other. */
  Optional<String> stretch(Expression from, Expression until) {
    Optional<Anchor> first = anchor(from);
    Optional<Anchor> last = anchor(until);
    if (first.isPresent() && last.isPresent()) {
      return stretch(first.get(), last.get());
    }
    Optional<LocalDate> start = date(from);
    Optional<LocalDate> end = endDate(from, until);
    return start.isPresent() && end.isPresent() ? dates(start.get(), end.get()) : Optional.empty();
  }

  private Optional<String> stretch(Anchor first, Anchor last) {
    String unit = first.unit();
    if (!last.unit().equals(unit) || unit.equals("NOW")) {
      return Optional.empty();
    }
    boolean sevenDays = unit.equals("WEEK") && last.shift() == 7 && last.shiftUnit().equals("DAY");
    boolean threeMonths =
        unit.equals("QUARTER") && last.shift() == 3 && last.shiftUnit().equals("MONTH");
    if (first.shift() == 0 && (last.is(unit, 1) || sevenDays || threeMonths)) {
      return Optional.of(current(unit));
    }
    return first.is(unit, -1) && last.shift() == 0 ? Optional.of(previous(unit)) : Optional.empty();
  }

  /** The span of the calendar that the present lies in, when that is what the moment is. */
  Optional<String> current(Expression moment, String unit) {
    return anchor(moment)
        .filter(a -> a.shift() == 0 && (a.unit().equals("NOW") || a.unit().equals("DAY")))
        .filter(a -> !unit.equals("HOUR"))
        .map(a -> current(unit));
  }

  private String current(String unit) {
    return switch (unit) {
      case "DAY" -> words.say("今天", "today");
      case "WEEK" -> words.say("本周", "this week");
      case "MONTH" -> words.say("本月", "this month");
      case "QUARTER" -> words.say("本季度", "this quarter");
      default -> words.say("今年", "this year");
    };
  }

  private String previous(String unit) {
    return switch (unit) {
      case "DAY" -> words.say("昨天", "yesterday");
      case "WEEK" -> words.say("上周", "last week");
      case "MONTH" -> words.say("上个月", "last month");
      case "QUARTER" -> words.say("上个季度", "last quarter");
      default -> words.say("去年", "last year");
    };
  }

  /** The stretch that reaches from a moment to the present. */
  Optional<String> since(Expression from) {
    return anchor(from)
        .filter(a -> a.unit().equals("NOW") && a.shift() < 0)
        .map(a -> recent(-a.shift(), a.shiftUnit()));
  }

  private String recent(long count, String unit) {
    String span =
        words.isChinese() || count > 1 ? span(count, unit) : unit.toLowerCase(Locale.ROOT);
    return words.say("最近 %s", "the last %s", span);
  }

  private Optional<String> dates(LocalDate from, LocalDate until) {
    if (from.plusDays(1).equals(until)) {
      return Optional.of(day(from));
    }
    if (from.getDayOfYear() == 1 && until.getDayOfYear() == 1) {
      return Optional.of(years(from.getYear(), until.getYear() - 1));
    }
    if (from.getDayOfMonth() == 1 && from.plusMonths(1).equals(until)) {
      String name = from.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      return Optional.of(
          words.say("%1$d 年 %2$d 月", "%3$s %1$d", from.getYear(), from.getMonthValue(), name));
    }
    return Optional.empty();
  }

  private String years(int first, int last) {
    return first == last
        ? words.say("%d 年", "%d", first)
        : words.say("%d 年到 %d 年", "%d to %d", first, last);
  }

  private String day(LocalDate date) {
    return words.say(
        "%1$d 年 %2$d 月 %3$d 日",
        "%1$04d-%2$02d-%3$02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  private static Optional<LocalDate> endDate(Expression from, Expression until) {
    if (until instanceof Expression.Chain chain
        && chain.operators().equals(List.of("+"))
        && SqlText.of(chain.operands().get(0)).equals(SqlText.of(from))
        && SqlText.of(chain.operands().get(1)).equals("INTERVAL 1 DAY")) {
      return date(from).map(d -> d.plusDays(1));
    }
    return date(until);
  }

  static Optional<LocalDate> date(Expression expression) {
    Optional<String> text =
        expression instanceof Expression.Literal literal ? text(literal) : Optional.empty();
    try {
      return text.map(t -> LocalDate.parse(t.replaceFirst("[ T]00:00:00$", "")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A string, or the one behind DATE or TIMESTAMP. */
  private static Optional<String> text(Expression.Literal literal) {
    int last = literal.tokens().size() - 1;
    return literal.string().isPresent()
        ? literal.string()
        : new Expression.Literal(literal.tokens().subList(last, last + 1)).string();
  }

  private static Optional<Anchor> anchor(Expression expression) {
    String text = SqlText.of(expression).replace("CURRENT_DATE()", "CURDATE()");
    if (text.equals(WEEK) || text.equals("(" + WEEK + ")")) {
      return Optional.of(new Anchor("WEEK", 0, "WEEK"));
    }
    if (text.equals(QUARTER)) {
      return Optional.of(new Anchor("QUARTER", 0, "QUARTER"));
    }
    if (expression instanceof Expression.Parenthesised parenthesised) {
      return anchor(parenthesised.inner());
    }
    if (expression instanceof Expression.Call call) {
      return called(call);
    }
    return expression instanceof Expression.Chain chain ? shifted(chain) : Optional.empty();
  }

  private static Optional<Anchor> called(Expression.Call call) {
    String name = call.name();
    if (TODAY.contains(name)) {
      return Optional.of(new Anchor("DAY", 0, "DAY"));
    }
    if (NOW.contains(name)) {
      return Optional.of(new Anchor("NOW", 0, "DAY"));
    }
    if (call.arguments().size() != 2) {
      return Optional.empty();
    }
    Expression first = call.arguments().get(0);
    Expression second = call.arguments().get(1);
    if (name.equals("DATE_FORMAT")) {
      return anchor(first).flatMap(a -> start(second).flatMap(s -> s.after(a)));
    }
    long sign = name.equals("DATE_SUB") ? -1 : name.equals("DATE_ADD") ? 1 : 0;
    return sign == 0 ? Optional.empty() : shifted(first, second, sign);
  }

  private static Optional<Anchor> start(Expression format) {
    return switch (SqlText.of(format)) {
      case "'%Y-%m-01'" -> Optional.of(new Anchor("MONTH", 0, "MONTH"));
      case "'%Y-01-01'" -> Optional.of(new Anchor("YEAR", 0, "YEAR"));
      case "'%Y-%m-%d'" -> Optional.of(new Anchor("DAY", 0, "DAY"));
      default -> Optional.empty();
    };
  }

  /** The last operand may be an interval, and what is before it a moment. */
  private static Optional<Anchor> shifted(Expression.Chain chain) {
    int last = chain.operators().size() - 1;
    String operator = chain.operators().get(last);
    if (!operator.equals("+") && !operator.equals("-")) {
      return Optional.empty();
    }
    Expression before =
        last == 0
            ? chain.operands().get(0)
            : new Expression.Chain(
                chain.operands().subList(0, last + 1), chain.operators().subList(0, last));
    return shifted(before, chain.operands().get(last + 1), operator.equals("-") ? -1 : 1);
  }

  private static Optional<Anchor> shifted(Expression from, Expression by, long sign) {
    Optional<Anchor> anchor = anchor(from).filter(a -> a.shift() == 0);
    if (anchor.isEmpty()
        || !(by instanceof Expression.Interval interval)
        || !CHINESE_UNITS.containsKey(interval.unit())
        || !(interval.amount() instanceof Expression.Literal literal)) {
      return Optional.empty();
    }
    return literal
        .integer()
        .map(count -> new Anchor(anchor.get().unit(), sign * count, interval.unit()));
  }
}
