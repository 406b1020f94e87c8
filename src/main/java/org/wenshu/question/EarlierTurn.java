package org.wenshu.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question that was answered before in the same conversation, as far as a later one may refer to
 * it. What it says of tables and values was permitted to the asker then; whatever is made of it is
 * judged anew.
 *
 * @param question what was asked, as it was asked: a follow-up is understood from the turns before
 *     it, which stand behind it in {@link Question#earlier()}
 * @param sql the statement that gave its answer, as drafted, without limits of the dialect
 * @param subject what the rows were, when they were rows of one table
 * @param answeredAt when
 */
public record EarlierTurn(
    String question, String sql, Optional<Subject> subject, Instant answeredAt) {

  /**
   * Rows of one table.
   *
   * @param table its name as catalogued
   * @param keys which rows they were; empty when the answer did not show their key, or when there
   *     were more than {@value #MOST_KEYS}
   */
  public record Subject(String table, Optional<Keys> keys) {}

  /**
   * The answered rows by their primary key of one column.
   *
   * @param column its name as catalogued
   * @param values in the order of the answer, without repetition: {@code Long}, {@code BigInteger}
   *     or {@code String}; empty when the answer was empty
   */
  public record Keys(String column, List<Object> values) {
    /** Copies the list. */
    public Keys {
      values = List.copyOf(values);
    }
  }

  /** More keys than these are not remembered. */
  public static final int MOST_KEYS = 1000;
}
