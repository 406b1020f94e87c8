package org.wenshu.security.ratelimit;

import java.util.Arrays;

/**
 * How many requests fell into the window that ends now. Time is cut into slices of a 64th of the
 * window; a slice counts until all of it has left the window, so the count is never too small, and
 * a slice too long at most. Takes the same small room whatever is counted. Not thread-safe.
 */
final class SlidingCount {
  private static final int SLICES = 64;

  /** One more than a window holds, because the oldest leaves it bit by bit. */
  private final int[] slices = new int[SLICES + 1];

  private final long sliceNanos;
  private final long origin;
  private long current;
  private int sum;

  SlidingCount(long windowNanos, long now) {
    this.sliceNanos = Math.max(1, (windowNanos + SLICES - 1) / SLICES);
    this.origin = now;
  }

  /** How many were counted in the window that ends now. */
  int within(long now) {
    long slice = Math.max(current, (now - origin) / sliceNanos);
    if (slice - current >= slices.length) {
      Arrays.fill(slices, 0);
      sum = 0;
      current = slice;
    }
    while (current < slice) {
      current++;
      int index = index(current);
      sum -= slices[index];
      slices[index] = 0;
    }
    return sum;
  }

  /** Counts one, at the time last asked about. */
  void add() {
    slices[index(current)]++;
    sum++;
  }

  /** After how long, if nothing is added, fewer than this many are counted. */
  long nanosUntilBelow(int limit, long now) {
    int left = sum;
    long oldest = current - SLICES;
    for (long slice = oldest; slice <= current; slice++) {
      left -= slice < 0 ? 0 : slices[index(slice)];
      if (left < limit) {
        return origin + (slice + slices.length) * sliceNanos - now;
      }
    }
    return 0;
  }

  private int index(long slice) {
    return (int) (slice % slices.length);
  }
}
