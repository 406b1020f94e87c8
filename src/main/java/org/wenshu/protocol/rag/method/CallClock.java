package org.wenshu.protocol.rag.method;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Watches over the time of all calls on one thread. Thread-safe. */
public final class CallClock implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(CallClock.class.getName());

  private final ScheduledThreadPoolExecutor clock;
  private final CallTimes times;

  /** A clock on a thread from that factory. */
  public CallClock(CallTimes times, ThreadFactory threads) {
    this.times = times;
    this.clock = new ScheduledThreadPoolExecutor(1, threads);
    clock.setRemoveOnCancelPolicy(true);
  }

  CallTimer start(RagCall call) {
    return new CallTimer(this, times, call);
  }

  /** Runs it after that time; never throws. */
  Future<?> schedule(Runnable task, Duration delay) {
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Watching over a call failed", e);
          }
        };
    try {
      return clock.schedule(guarded, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException shutDown) {
      return java.util.concurrent.CompletableFuture.completedFuture(null);
    }
  }

  /** Times no call any more. */
  @Override
  public void close() {
    clock.shutdownNow();
  }
}
