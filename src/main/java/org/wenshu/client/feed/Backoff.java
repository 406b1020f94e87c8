package org.wenshu.client.feed;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long is waited before an attempt: the first wait doubled for each attempt that failed, at
 * most 30 s (contract, section 15.2).
 *
 * @param jitter the part of the wait that is left to chance
 */
record Backoff(Duration first, double jitter) {
  static final Duration MOST = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 40;

  /** The wait before that attempt, which counts from 1. */
  Duration before(int attempt) {
    double nanos = first.toNanos() * Math.pow(2, Math.min(attempt - 1, MOST_DOUBLINGS));
    double bounded = Math.min(nanos, (double) MOST.toNanos());
    double left = jitter == 0 ? 0 : bounded * jitter * ThreadLocalRandom.current().nextDouble();
    return Duration.ofNanos((long) (bounded - left));
  }
}
