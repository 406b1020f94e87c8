package org.wenshu.client.feed;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Eventually() {}

  static void holds(String what, BooleanSupplier condition) throws InterruptedException {
    if (!within(PATIENCE, condition)) {
      throw new AssertionError("Did not come true: " + what);
    }
  }

  /** Whether it comes true in that time; also used to see that it does not. */
  static boolean within(Duration time, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(5);
    }
    return true;
  }
}
