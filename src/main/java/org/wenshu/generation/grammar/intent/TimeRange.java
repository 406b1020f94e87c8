package org.wenshu.generation.grammar.intent;

/**
 * A stretch of time as two SQL moments, both computed by the database's own clock.
 *
 * @param from first moment inside
 * @param until first moment after; null when it is open
 */
public record TimeRange(String from, String until) {
  private static final String MONTH_START = "DATE_FORMAT(CURDATE(), '%Y-%m-01')";
  private static final String YEAR_START = "DATE_FORMAT(CURDATE(), '%Y-01-01')";
  private static final String WEEK_START = "CURDATE() - INTERVAL WEEKDAY(CURDATE()) DAY";
  private static final String QUARTER_START =
      "MAKEDATE(YEAR(CURDATE()), 1) + INTERVAL (QUARTER(CURDATE()) - 1) * 3 MONTH";

  /** The window of that name in the vocabulary; {@code LASTWEEK} rolls, as the contract says. */
  static TimeRange window(String name) {
    return switch (name) {
      case "TODAY" -> new TimeRange("CURDATE()", "CURDATE() + INTERVAL 1 DAY");
      case "YESTERDAY" -> new TimeRange("CURDATE() - INTERVAL 1 DAY", "CURDATE()");
      case "WEEK" -> new TimeRange(WEEK_START, WEEK_START + " + INTERVAL 7 DAY");
      case "LASTWEEK" -> rolling(1, "WEEK");
      case "MONTH" -> new TimeRange(MONTH_START, MONTH_START + " + INTERVAL 1 MONTH");
      case "LASTMONTH" -> new TimeRange(MONTH_START + " - INTERVAL 1 MONTH", MONTH_START);
      case "QUARTER" -> new TimeRange(QUARTER_START, QUARTER_START + " + INTERVAL 3 MONTH");
      case "YEAR" -> new TimeRange(YEAR_START, YEAR_START + " + INTERVAL 1 YEAR");
      case "LASTYEAR" -> new TimeRange(YEAR_START + " - INTERVAL 1 YEAR", YEAR_START);
      default -> throw new IllegalArgumentException("No window " + name);
    };
  }

  static TimeRange rolling(int count, String unit) {
    return new TimeRange("NOW() - INTERVAL " + count + " " + unit, null);
  }

  static TimeRange year(int year) {
    return new TimeRange(day(year, 1, 1), day(year + 1, 1, 1));
  }

  static TimeRange month(int year, int month) {
    String until = month == 12 ? day(year + 1, 1, 1) : day(year, month + 1, 1);
    return new TimeRange(day(year, month, 1), until);
  }

  static TimeRange day(String isoDate) {
    return new TimeRange("'" + isoDate + "'", "'" + isoDate + "' + INTERVAL 1 DAY");
  }

  static String day(int year, int month, int day) {
    return String.format("'%04d-%02d-%02d'", year, month, day);
  }
}
