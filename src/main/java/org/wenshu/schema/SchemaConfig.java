package org.wenshu.schema;

import java.time.Duration;

/**
 * How the catalogue is kept.
 *
 * @param refreshInterval between the end of one scheduled scan and the start of the next
 * @param retryInterval between scheduled scans while they fail
 * @param scanTimeout after which a scan is given up
 * @param statementTimeout of one statement on {@code INFORMATION_SCHEMA}; whole seconds, rounded up
 * @param sampling which column values are read
 * @param linking how many tables a question is given
 */
public record SchemaConfig(
    Duration refreshInterval,
    Duration retryInterval,
    Duration scanTimeout,
    Duration statementTimeout,
    Sampling sampling,
    Linking linking) {

  /** What holds where nothing is configured. */
  public static SchemaConfig defaults() {
    return new SchemaConfig(
        Duration.ofMinutes(10),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Sampling.defaults(),
        Linking.defaults());
  }

  /**
   * Which column values are read. A column has either all its distinct values in the catalogue or
   * none, so that absence from the list means absence from the column.
   *
   * @param timeout for all sampling statements of one scan together
   * @param statementTimeout of one sampling statement; whole seconds, rounded up
   * @param maxValues a column with more distinct values has none in the catalogue
   * @param maxLength a column with a longer value, in characters, has none in the catalogue
   * @param maxRows a larger table is read only through an index on the column
   */
  public record Sampling(
      Duration timeout, Duration statementTimeout, int maxValues, int maxLength, long maxRows) {

    /** What holds where nothing is configured. */
    public static Sampling defaults() {
      return new Sampling(Duration.ofSeconds(10), Duration.ofSeconds(2), 100, 64, 200_000);
    }
  }

  /**
   * How many tables a question is given.
   *
   * @param allTables a schema of at most so many tables is given whole
   * @param allColumns and only if it has at most so many columns
   * @param maxTables of a larger schema, so many relevant tables at most
   * @param maxJoined and so many more at most that are needed to join them
   */
  public record Linking(int allTables, int allColumns, int maxTables, int maxJoined) {

    /** What holds where nothing is configured. */
    public static Linking defaults() {
      return new Linking(30, 600, 12, 8);
    }
  }
}
