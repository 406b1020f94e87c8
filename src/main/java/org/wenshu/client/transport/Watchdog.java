package org.wenshu.client.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Barks when nothing happened for a time that starts anew with each {@link #watch}. Watching,
 * pausing and stopping cost next to nothing. Safe for any thread.
 */
public final class Watchdog {
  private static final long NEVER = Long.MAX_VALUE;

  private final Watchdogs all;
  private final Runnable bark;
  private final AtomicLong due = new AtomicLong(NEVER);
  private volatile boolean stopped;

  Watchdog(Watchdogs all, Runnable bark) {
    this.all = all;
    this.bark = bark;
  }

  /** Barks unless told otherwise within that time from now. */
  public void watch(Duration limit) {
    if (!stopped) {
      due.set(all.now() + limit.toNanos());
      all.add(this);
    }
  }

  /** Waits for the next {@link #watch}. */
  public void pause() {
    due.set(NEVER);
  }

  /** Never barks again. */
  public void stop() {
    stopped = true;
    due.set(NEVER);
    all.remove(this);
  }

  /** Barks if its time has come; whoever clears the time does it. */
  void look(long now) {
    long then = due.get();
    if (then <= now && due.compareAndSet(then, NEVER)) {
      bark.run();
    }
  }
}
