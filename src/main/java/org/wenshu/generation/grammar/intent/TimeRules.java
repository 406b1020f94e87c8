package org.wenshu.generation.grammar.intent;

import java.util.List;

/** Stretches of time, months and years. */
final class TimeRules {
  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "NUM span:YEAR NUM span:MONTH NUM span:DAY",
              m -> day(m.get(0), m.get(2), m.get(4), m.text())),
          Rule.of("NUM span:YEAR NUM span:MONTH", m -> month(m.get(0), m.get(2), m.text())),
          Rule.of(
              "monthname of|in|comma? NUM",
              m ->
                  isYear(m.get(2))
                      ? range(
                          TimeRange.month(
                              m.get(2).intValue(), Integer.parseInt(m.get(0).argument())),
                          m.text())
                      : null),
          Rule.of(
              "recent NUM unit? span",
              m -> range(TimeRange.rolling(m.get(1).intValue(), m.get(3).argument()), m.text())),
          Rule.of(
              "top|adj NUM unit? span",
              m ->
                  m.get(0).text().equals("前") || m.get(0).text().startsWith("last")
                      ? range(TimeRange.rolling(m.get(1).intValue(), m.get(3).argument()), m.text())
                      : null),
          Rule.of("window", m -> range(TimeRange.window(m.get(0).argument()), m.get(0).text())),
          Rule.of("NUM span:YEAR", m -> year(m.get(0), null, m.text())),
          Rule.of("in? span:YEAR in|of? NUM", m -> year(m.get(3), null, m.text())),
          Rule.of("NUM COL", m -> isYearName(m.get(1)) ? year(m.get(0), m.get(1), m.text()) : null),
          Rule.of(
              "in? COL in|of|be? NUM",
              m -> isYearName(m.get(1)) ? year(m.get(3), m.get(1), m.text()) : null),
          Rule.of("in NUM", m -> year(m.get(1), null, m.text())),
          Rule.many(
              "cmp NUM",
              m ->
                  isYear(m.get(1)) && isTemporal(m.get(0))
                      ? List.of(m.get(0), year(m.get(1), null, m.get(1).text()))
                      : null),
          Rule.many(
              "YEAR and|or NUM",
              m ->
                  isYear(m.get(2))
                      ? List.of(
                          m.get(0), m.get(1), year(m.get(2), m.get(0).owner(), m.get(2).text()))
                      : null),
          Rule.many(
              "NUM and|or YEAR",
              m ->
                  isYear(m.get(0))
                      ? List.of(
                          year(m.get(0), m.get(2).owner(), m.get(0).text()), m.get(1), m.get(2))
                      : null));

  private TimeRules() {}

  private static Item range(TimeRange time, String text) {
    return Item.fact(text, new Fact.Range(time));
  }

  private static Item day(Item year, Item month, Item day, String text) {
    if (!isYear(year)) {
      return null;
    }
    String quoted = TimeRange.day(year.intValue(), month.intValue(), day.intValue());
    return range(TimeRange.day(quoted.substring(1, quoted.length() - 1)), text);
  }

  private static Item month(Item year, Item month, String text) {
    boolean valid = isYear(year) && month.intValue() >= 1 && month.intValue() <= 12;
    return valid ? range(TimeRange.month(year.intValue(), month.intValue()), text) : null;
  }

  private static Item year(Item number, Item column, String text) {
    return isYear(number) ? Item.number(Item.Kind.YEAR, text, number.number(), column) : null;
  }

  static boolean isYear(Item number) {
    return number.number().scale() <= 0
        && number.intValue() >= 1900
        && number.intValue() <= 2100
        && number.text().length() == 4;
  }

  private static boolean isYearName(Item column) {
    return column.text().endsWith("year")
        || column.text().endsWith("years")
        || column.text().endsWith("年")
        || column.text().endsWith("年份");
  }

  private static boolean isTemporal(Item comparison) {
    return switch (comparison.text()) {
      case "after", "before", "since", "prior to", "later than", "earlier than", "晚于", "早于" -> true;
      default -> false;
    };
  }
}
