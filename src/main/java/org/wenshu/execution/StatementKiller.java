package org.wenshu.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.wenshu.question.Cancellation;

/**
 * Kills statements on the server, and tells when one is late. Works on a few threads of its own
 * with a bounded queue, and on connections outside the pool, because the pool may be exhausted by
 * the very statements to be killed. Thread-safe.
 */
public final class StatementKiller implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(StatementKiller.class.getName());
  private static final int THREADS = 4;
  private static final int MAX_WAITING = 256;
  private static final long TICK = 100;

  private final DataSource unpooled;
  private final ThreadPoolExecutor workers;
  private final ScheduledThreadPoolExecutor clock;

  /** A killer that opens its connections here, with the account whose statements it kills. */
  public StatementKiller(DataSource unpooled) {
    this.unpooled = unpooled;
    this.workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            threads("wenshu-kill-"));
    this.workers.allowCoreThreadTimeOut(true);
    this.clock = new ScheduledThreadPoolExecutor(1, threads("wenshu-statement-clock-"));
    this.clock.setRemoveOnCancelPolicy(true);
    // What becomes the next to be due wakes the thread of the clock: let that not be each
    // statement.
    var unused = clock.scheduleWithFixedDelay(() -> {}, TICK, TICK, TimeUnit.MILLISECONDS);
  }

  /**
   * Runs the action after that time unless withdrawn; the action must not block. Does nothing once
   * closed: the server's own timeout is left.
   */
  Cancellation.Registration after(Duration delay, Runnable action) {
    try {
      ScheduledFuture<?> timer = clock.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> timer.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  /**
   * Kills what runs on that connection, without blocking the caller; runs the other action when
   * that is impossible.
   */
  Future<?> kill(long connectionId, Runnable otherwise) {
    try {
      return workers.submit(() -> killNow(connectionId, otherwise));
    } catch (RejectedExecutionException full) {
      otherwise.run();
      return CompletableFuture.completedFuture(null);
    }
  }

  private void killNow(long connectionId, Runnable otherwise) {
    try (Connection connection = unpooled.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("KILL QUERY " + connectionId);
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "Could not kill a statement; its connection is cut instead", e);
      otherwise.run();
    }
  }

  private static ThreadFactory threads(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Ends the threads; statements still running end at the server's own timeout. */
  @Override
  public void close() {
    clock.shutdownNow();
    workers.shutdown();
  }
}
