package org.wenshu.ask;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs so much work at once and has so much more wait, in order. Of the threads that have nothing
 * to do the one that worked last gets the next, whose stack and buffers are still at hand; a pool
 * with a queue would have all of them take turns. Thread-safe.
 *
 * @param <W> the work
 */
final class Workers<W extends Runnable> {
  private static final long IDLE_SECONDS = 60;

  private final int parallel;
  private final int maxWaiting;
  private final ThreadPoolExecutor threads;
  private final Queue<W> waiting = new ArrayDeque<>();
  private int running;
  private boolean closed;

  Workers(int parallel, int maxWaiting, ThreadFactory factory) {
    this.parallel = parallel;
    this.maxWaiting = maxWaiting;
    // A thread that has just finished may not be back when the next is needed: no bound here.
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            factory);
  }

  /**
   * Runs it on one of the threads, now or when its turn comes.
   *
   * @throws RejectedExecutionException when too much waits, or after the end
   */
  void execute(W work) {
    synchronized (this) {
      if (closed || (running >= parallel && waiting.size() >= maxWaiting)) {
        throw new RejectedExecutionException();
      }
      if (running >= parallel) {
        waiting.add(work);
        return;
      }
      running++;
    }
    try {
      threads.execute(() -> workFrom(work));
    } catch (RuntimeException | Error e) {
      leave();
      throw e;
    }
  }

  private synchronized void leave() {
    running--;
  }

  private void workFrom(W first) {
    W work = first;
    try {
      while (work != null) {
        work.run();
        work = next();
      }
    } finally {
      if (work != null) {
        goOnAfterFailure();
      }
    }
  }

  private void goOnAfterFailure() {
    W left = next();
    if (left != null) {
      threads.execute(() -> workFrom(left));
    }
  }

  /** Null when nothing waits, and then one less runs. */
  private synchronized W next() {
    W next = waiting.poll();
    running -= next == null ? 1 : 0;
    return next;
  }

  /** Forgets work that waits, if it does. */
  synchronized void remove(W work) {
    waiting.remove(work);
  }

  /** Takes nothing more; returns what waits and will not run. */
  synchronized List<W> close() {
    closed = true;
    threads.shutdown();
    List<W> left = List.copyOf(waiting);
    waiting.clear();
    return left;
  }

  /** Waits so long for what runs, and then interrupts what is left of it. */
  void await(long millis, Runnable beforeInterrupting) {
    try {
      boolean unused = threads.awaitTermination(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    beforeInterrupting.run();
    threads.shutdownNow();
  }
}
