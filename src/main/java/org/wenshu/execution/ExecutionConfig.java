package org.wenshu.execution;

import java.time.Duration;

/**
 * Limits of running one statement.
 *
 * @param timeout for one statement ({@code wenshu.execution.timeout}), at least one second
 * @param maxRows rows read at most; more are cut off ({@code wenshu.execution.max-rows})
 * @param maxBytes bytes of values kept at most; reading ends with the row that exceeds them ({@code
 *     wenshu.execution.max-bytes})
 * @param maxEstimatedRows of rows that the server may expect to look at, by EXPLAIN; 0 for any
 *     number ({@code wenshu.execution.max-estimated-rows})
 */
public record ExecutionConfig(Duration timeout, int maxRows, long maxBytes, long maxEstimatedRows) {
  private static final long MAX_ESTIMATED_ROWS = 1_000_000_000;

  /** Rejects limits that nothing could be read under. */
  public ExecutionConfig {
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0
        || maxRows < 1
        || maxBytes < 1
        || maxEstimatedRows < 0) {
      throw new IllegalArgumentException(
          "Execution needs a timeout of at least PT1S and positive limits of rows and bytes");
    }
  }

  /** Limits of time and size, and the default one of combinations. */
  public ExecutionConfig(Duration timeout, int maxRows, long maxBytes) {
    this(timeout, maxRows, maxBytes, MAX_ESTIMATED_ROWS);
  }

  /** 30 s, 1,000 rows, 32 MiB, a thousand million combinations of rows. */
  public static ExecutionConfig defaults() {
    return new ExecutionConfig(Duration.ofSeconds(30), 1000, 32L << 20);
  }
}
