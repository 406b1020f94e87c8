package org.wenshu.execution;

import java.time.Duration;

/**
 * Limits of running one statement.
 *
 * @param timeout for one statement ({@code wenshu.execution.timeout}), at least one second
 * @param maxRows rows read at most; more are cut off ({@code wenshu.execution.max-rows})
 * @param maxBytes bytes of values kept at most; reading ends with the row that exceeds them ({@code
 *     wenshu.execution.max-bytes})
 */
public record ExecutionConfig(Duration timeout, int maxRows, long maxBytes) {
  /** Rejects limits that nothing could be read under. */
  public ExecutionConfig {
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || maxRows < 1 || maxBytes < 1) {
      throw new IllegalArgumentException(
          "Execution needs a timeout of at least PT1S and positive limits of rows and bytes");
    }
  }

  /** 30 s, 1,000 rows, 32 MiB. */
  public static ExecutionConfig defaults() {
    return new ExecutionConfig(Duration.ofSeconds(30), 1000, 32L << 20);
  }
}
