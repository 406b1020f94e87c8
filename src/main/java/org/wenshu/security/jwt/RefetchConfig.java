package org.wenshu.security.jwt;

import java.time.Duration;

/**
 * How often published keys are read.
 *
 * @param lifetime how long keys are taken for current; from half of it on they are read anew in the
 *     background ({@code wenshu.security.jwt.jwks-lifetime})
 * @param interval the least time between two readings, whatever tokens ask for ({@code
 *     wenshu.security.jwt.jwks-interval})
 * @param timeout for one reading, and for whoever waits for it ({@code
 *     wenshu.security.jwt.jwks-timeout})
 * @param outage how long keys go on working that cannot be read anew ({@code
 *     wenshu.security.jwt.jwks-outage})
 */
public record RefetchConfig(
    Duration lifetime, Duration interval, Duration timeout, Duration outage) {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Rejects times that are not positive, a wait over 30 s, and times in the wrong order. */
  public RefetchConfig {
    positive("jwks-lifetime", lifetime);
    positive("jwks-interval", interval);
    positive("jwks-timeout", timeout);
    if (timeout.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "wenshu.security.jwt.jwks-timeout must be at most " + LONGEST_WAIT);
    }
    if (interval.compareTo(timeout) < 0) {
      throw new IllegalArgumentException(
          "wenshu.security.jwt.jwks-interval must not be less than wenshu.security.jwt.jwks-timeout");
    }
    if (outage.compareTo(lifetime) < 0) {
      throw new IllegalArgumentException(
          "wenshu.security.jwt.jwks-outage must not be less than wenshu.security.jwt.jwks-lifetime");
    }
  }

  /** Current for 10 min, read at most every 10 s, within 2 s; a day of outage. */
  public static RefetchConfig defaults() {
    return new RefetchConfig(
        Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofDays(1));
  }

  private static void positive(String name, Duration time) {
    if (time.isNegative() || time.toMillis() == 0) {
      throw new IllegalArgumentException("wenshu.security.jwt." + name + " must be positive");
    }
  }
}
