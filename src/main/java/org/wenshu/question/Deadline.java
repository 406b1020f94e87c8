package org.wenshu.question;

import java.time.Duration;

/**
 * The moment after which nobody waits for a step any more. Immutable; reads the monotonic clock.
 */
public final class Deadline {
  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  /** A deadline that far from now. */
  public static Deadline after(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** What is left, never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  /** Whether nothing is left. */
  public boolean isPassed() {
    return endNanos - System.nanoTime() <= 0;
  }

  /** The earlier of this deadline and one that far from now. */
  public Deadline atMost(Duration duration) {
    long other = System.nanoTime() + duration.toNanos();
    return other - endNanos < 0 ? new Deadline(other) : this;
  }
}
