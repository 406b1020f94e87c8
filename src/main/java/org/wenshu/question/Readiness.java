package org.wenshu.question;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Something that questions need and that comes into being while the server starts. A question that
 * meets a starting server is answered late rather than turned away. Thread-safe.
 */
public final class Readiness {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final long madeAt = System.nanoTime();
  private final Duration startingTime;

  /** Not reached yet; waits end when this time has passed from now on. */
  public Readiness(Duration startingTime) {
    this.startingTime = startingTime;
  }

  /** From now on nobody waits. */
  public void reach() {
    reached.countDown();
  }

  /** Waits while the server starts; whether it was reached. Once it was, never waits. */
  public boolean await() {
    if (reached.getCount() > 0) {
      BusyThread.waits();
    }
    long left = startingTime.toNanos() - (System.nanoTime() - madeAt);
    try {
      return reached.await(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
