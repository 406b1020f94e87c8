package org.wenshu.operations.health;

import java.time.Duration;

/**
 * How components are looked after.
 *
 * @param interval a finding is current for so long ({@code wenshu.health.interval})
 * @param timeout how long a request for health waits for a look ({@code wenshu.health.timeout})
 */
public record HealthConfig(Duration interval, Duration timeout) {
  /** Rejects times that are none. */
  public HealthConfig {
    if (interval.isNegative() || timeout.toMillis() < 1) {
      throw new IllegalArgumentException("Health checks need an interval and a timeout");
    }
  }

  /** Looks every 10 s at most, waits for 2 s. */
  public static HealthConfig defaults() {
    return new HealthConfig(Duration.ofSeconds(10), Duration.ofSeconds(2));
  }
}
