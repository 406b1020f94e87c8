package org.wenshu.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how fast a lost connection is tried again. The first try is made at once when the
 * connection is needed; the waits below lie between tries that failed one after the other.
 *
 * @param first the wait after the first failure
 * @param factor by what each further wait is multiplied, at least 1
 * @param most no wait is longer
 * @param tries how many connections are tried before the request that needs one fails, at least 1
 * @param jitter the part of each wait that is left to chance, 0 to 1
 */
public record ReconnectPolicy(
    Duration first, double factor, Duration most, int tries, double jitter) {
  /** Numbers outside of what is described are refused. */
  public ReconnectPolicy {
    if (first.isNegative() || most.compareTo(first) < 0 || factor < 1) {
      throw new IllegalArgumentException("Waits must not shrink");
    }
    if (tries < 1 || jitter < 0 || jitter > 1) {
      throw new IllegalArgumentException("At least one try, and a jitter from 0 to 1");
    }
  }

  /** 0.1 s, doubling up to 5 s, five tries, a fifth of each wait left to chance. */
  public static ReconnectPolicy defaults() {
    return new ReconnectPolicy(Duration.ofMillis(100), 2, Duration.ofSeconds(5), 5, 0.2);
  }

  /** The same wait each time. */
  public static ReconnectPolicy every(Duration wait, int tries) {
    return new ReconnectPolicy(wait, 1, wait, tries, 0);
  }

  /** One try and no more. */
  public static ReconnectPolicy never() {
    return new ReconnectPolicy(Duration.ZERO, 1, Duration.ZERO, 1, 0);
  }

  /** The wait after so many failures in a row (1 or more); empty when enough was tried. */
  public Optional<Duration> waitAfter(int failures) {
    if (failures >= tries) {
      return Optional.empty();
    }
    double wait = (double) first.toMillis() * Math.pow(factor, Math.min(failures - 1, 60));
    double bounded = Math.min(wait, (double) most.toMillis());
    double left = bounded * jitter * ThreadLocalRandom.current().nextDouble();
    return Optional.of(Duration.ofMillis(Math.round(bounded - left)));
  }
}
