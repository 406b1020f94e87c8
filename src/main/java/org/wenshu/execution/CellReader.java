package org.wenshu.execution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;

/**
 * Reads the cells of one column, from the text the server sends. The driver's own conversions are
 * avoided where they lose something: years become dates, times beyond a day wrap around, zero dates
 * fail.
 */
@FunctionalInterface
interface CellReader {
  /** The value, as {@link Rows} lists them. */
  Object read(ResultSet result, int column) throws SQLException;

  /** The reader for a column of that type, as the driver names it. */
  static CellReader of(String typeName) {
    return switch (typeName.replace(" UNSIGNED", "").replace(" ZEROFILL", "")) {
      case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT", "YEAR", "BOOLEAN" ->
          raw(CellReader::integer);
      case "DECIMAL", "FLOAT", "DOUBLE" -> raw(BigDecimal::new);
      case "DATE" -> raw(text -> temporal(text, LocalDate::parse));
      case "DATETIME", "TIMESTAMP" ->
          raw(text -> temporal(text, t -> LocalDateTime.parse(t.replace(' ', 'T'))));
      case "TIME" -> raw(Rows.TimeOfDay::new);
      case "BIT" -> CellReader::bits;
      case "JSON" -> CellReader::json;
      case "BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB", "GEOMETRY" ->
          ResultSet::getBytes;
      default -> ResultSet::getString;
    };
  }

  private static CellReader raw(Function<String, Object> parse) {
    return (result, column) -> {
      byte[] bytes = result.getBytes(column);
      return bytes == null ? null : parse.apply(new String(bytes, StandardCharsets.US_ASCII));
    };
  }

  private static Object integer(String text) {
    return text.length() < 19 ? (Object) Long.valueOf(text) : shortest(new BigInteger(text));
  }

  private static Object shortest(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  /** Zero dates and dates without a day exist in MySQL only; they stay text. */
  private static Object temporal(String text, Function<String, Object> parse) {
    try {
      return parse.apply(text);
    } catch (DateTimeException notOnTheCalendar) {
      return text;
    }
  }

  private static Object bits(ResultSet result, int column) throws SQLException {
    byte[] bytes = result.getBytes(column);
    return bytes == null ? null : shortest(new BigInteger(1, bytes));
  }

  private static Object json(ResultSet result, int column) throws SQLException {
    String text = result.getString(column);
    return text == null ? null : new Rows.Json(text);
  }
}
