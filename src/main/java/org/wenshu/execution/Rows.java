package org.wenshu.execution;

import java.util.List;

/**
 * The rows of an answer. Every row holds one value per column: {@code Long}, {@code BigInteger},
 * {@code BigDecimal}, {@code Boolean}, {@code String}, {@code LocalDate}, {@code LocalDateTime},
 * {@link TimeOfDay}, {@link Json}, {@code byte[]} or null.
 *
 * @param columns labels in SELECT order, possibly repeated
 * @param rows unmodifiable
 * @param truncated whether the row cap cut the result
 */
public record Rows(List<String> columns, List<List<Object>> rows, boolean truncated) {
  /** A MySQL TIME, which may be negative or exceed a day: {@code [-]HH:mm:ss[.ffffff]}. */
  public record TimeOfDay(String text) {}

  /** The text of a JSON column. */
  public record Json(String text) {}
}
