package org.wenshu.client.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * All watchdogs of one client. One look at all of them every {@link #TICK} costs less than a timer
 * for each request, whose every start would wake the timer's thread; without any there is no look.
 */
public final class Watchdogs {
  /** So much later than due a watchdog may bark. */
  public static final Duration TICK = Duration.ofMillis(25);

  private static final Logger LOG = Logger.getLogger(Watchdogs.class.getName());

  private final ScheduledExecutorService timers;
  private final long origin = System.nanoTime();
  private final Set<Watchdog> awake = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();

  Watchdogs(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  /** One that watches nothing yet. The bark runs on the timer's thread and must not block. */
  public Watchdog watchdog(Runnable bark) {
    return new Watchdog(this, bark);
  }

  /** Nanoseconds since a moment of its own, so that times can be compared. */
  long now() {
    return System.nanoTime() - origin;
  }

  void add(Watchdog watchdog) {
    if (awake.add(watchdog)) {
      beginToLook();
    }
  }

  void remove(Watchdog watchdog) {
    awake.remove(watchdog);
  }

  private void beginToLook() {
    if (!awake.isEmpty() && looking.compareAndSet(false, true)) {
      try {
        var unused = timers.schedule(this::look, TICK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException over) {
        // The client is being closed, which ends whatever is watched.
        LOG.log(Level.FINE, "No timers any more", over);
      }
    }
  }

  private void look() {
    long now = now();
    for (Watchdog each : awake) {
      try {
        each.look(now);
      } catch (RuntimeException failed) {
        LOG.log(Level.WARNING, "What was to happen in time failed", failed);
      }
    }
    looking.set(false);
    beginToLook();
  }
}
