package org.wenshu.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wenshu.execution.Rows;

/**
 * Brings values of different types that mean the same to one form: numbers to six significant
 * digits whatever their type, text that is a plain number to that number, times to their text.
 */
final class Cell {
  /** SQL NULL, which equals nothing but itself. */
  static final String NULL = "\u0000NULL";

  private static final MathContext SIX_DIGITS = new MathContext(6);
  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d+)?");
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private Cell() {}

  static String normal(Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    if (value instanceof Number number) {
      return number(new BigDecimal(number.toString()));
    }
    if (value instanceof byte[] bytes) {
      return text(new String(bytes, StandardCharsets.UTF_8));
    }
    return temporalOrText(value);
  }

  private static String temporalOrText(Object value) {
    if (value instanceof Timestamp timestamp) {
      return DATE_TIME.format(timestamp.toLocalDateTime());
    }
    if (value instanceof LocalDateTime dateTime) {
      return DATE_TIME.format(dateTime);
    }
    if (value instanceof Date || value instanceof Time) {
      return value.toString();
    }
    if (value instanceof Rows.TimeOfDay time) {
      return time.text();
    }
    return text(value instanceof Rows.Json json ? json.text() : value.toString());
  }

  private static String text(String text) {
    return PLAIN_NUMBER.matcher(text).matches() ? number(new BigDecimal(text)) : text;
  }

  private static String number(BigDecimal number) {
    return number.round(SIX_DIGITS).stripTrailingZeros().toPlainString();
  }
}
