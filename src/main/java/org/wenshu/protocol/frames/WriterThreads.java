package org.wenshu.protocol.frames;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that come and go with the number of clients being written to, up to a maximum. */
final class WriterThreads implements Writers, AutoCloseable {
  private static final Duration RETRY = Duration.ofMillis(20);
  private static final long IDLE_SECONDS = 30;

  private final ThreadPoolExecutor threads;
  private final ScheduledThreadPoolExecutor clock;

  WriterThreads(int max, ThreadFactory factory, ScheduledThreadPoolExecutor clock) {
    this.threads =
        new ThreadPoolExecutor(
            0, max, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    this.clock = clock;
  }

  /** Tries again a little later while every thread is held up by a slow client. */
  @Override
  public void execute(Runnable writing) {
    try {
      threads.execute(writing);
    } catch (RejectedExecutionException allBusy) {
      if (!threads.isShutdown()) {
        schedule(writing, RETRY);
      }
    }
  }

  @Override
  public void schedule(Runnable writing, Duration delay) {
    try {
      var unused = clock.schedule(() -> execute(writing), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException shutDown) {
      threads.shutdownNow();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
