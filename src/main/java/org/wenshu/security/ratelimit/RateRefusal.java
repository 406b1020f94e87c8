package org.wenshu.security.ratelimit;

import java.time.Duration;

/**
 * Why a request may not pass; it has not been counted.
 *
 * @param limitedBy which limit it ran into
 * @param limit requests allowed within the window
 * @param retryAfter when one may pass again, at the earliest
 * @param currentUsage requests counted within the window that ends now
 */
public record RateRefusal(
    LimitedBy limitedBy, int limit, Duration window, Duration retryAfter, int currentUsage) {
  /** The window in seconds, rounded up, as it crosses the wire. */
  public long windowSeconds() {
    return seconds(window);
  }

  /** When to try again in seconds, rounded up, as it crosses the wire. */
  public long retryAfterSeconds() {
    return seconds(retryAfter);
  }

  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
