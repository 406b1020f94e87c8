package org.wenshu.client.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Barks when nothing happened for a time that starts anew with each {@link #watch}. Moving the end
 * costs next to nothing: the timer is only looked at again when it goes off. Safe for any thread.
 */
public final class Watchdog {
  private static final long NEVER = Long.MAX_VALUE;

  private final ScheduledExecutorService timers;
  private final Runnable bark;
  private Future<?> timer;
  private long timerDue;
  private long due = NEVER;
  private boolean stopped;

  /** Watches nothing yet. The bark runs on the timer's thread and must not block. */
  public Watchdog(ScheduledExecutorService timers, Runnable bark) {
    this.timers = timers;
    this.bark = bark;
  }

  /** Barks unless told otherwise within that time from now. */
  public synchronized void watch(Duration limit) {
    if (stopped) {
      return;
    }
    long now = System.nanoTime();
    due = now + limit.toNanos();
    if (timer != null && due - timerDue < 0) {
      timer.cancel(false);
      timer = null;
    }
    if (timer == null) {
      schedule(due - now);
    }
  }

  /** Waits for the next {@link #watch}. */
  public synchronized void pause() {
    due = NEVER;
  }

  /** Never barks again. */
  public synchronized void stop() {
    stopped = true;
    due = NEVER;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void schedule(long nanos) {
    timerDue = due;
    try {
      timer = timers.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException over) {
      // The client is being closed, which ends whatever is watched.
      stopped = true;
    }
  }

  private void look() {
    synchronized (this) {
      timer = null;
      if (due == NEVER) {
        return;
      }
      long left = due - System.nanoTime();
      if (left > 0) {
        schedule(left);
        return;
      }
      due = NEVER;
    }
    bark.run();
  }
}
