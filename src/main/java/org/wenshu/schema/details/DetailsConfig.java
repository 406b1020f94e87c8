package org.wenshu.schema.details;

import java.time.Duration;

/**
 * How details are kept.
 *
 * @param maxAge after which they are read anew
 * @param timeout of reading them, and of waiting for somebody else to have read them
 * @param retryInterval between attempts while the database cannot be read
 */
public record DetailsConfig(Duration maxAge, Duration timeout, Duration retryInterval) {

  /** What holds where nothing is configured. */
  public static DetailsConfig defaults() {
    return new DetailsConfig(Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofSeconds(5));
  }
}
