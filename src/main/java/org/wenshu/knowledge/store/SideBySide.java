package org.wenshu.knowledge.store;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** Does two things at once where a second thread is to be had, else one after the other. */
final class SideBySide {
  private static final Logger LOG = Logger.getLogger(SideBySide.class.getName());

  /** Longer than a database is waited for, with all attempts. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Wording TOO_LONG =
      new Wording("写入知识库超时", "Writing to the store took too long");

  private SideBySide() {}

  /**
   * Returns when both are over, and whether both said yes.
   *
   * @throws WenshuException KNOWLEDGE_UNAVAILABLE when one is not over after ten minutes
   * @throws RuntimeException what one of them threw
   */
  static boolean both(Executor threads, BooleanSupplier one, BooleanSupplier other) {
    FutureTask<Boolean> ours = new FutureTask<>(one::getAsBoolean);
    FutureTask<Boolean> theirs = new FutureTask<>(other::getAsBoolean);
    offer(threads, theirs);
    ours.run();
    // Does nothing when a thread has taken it; so nobody waits for one that never comes.
    theirs.run();
    boolean second = outcome(theirs);
    return outcome(ours) && second;
  }

  private static void offer(Executor threads, Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException busy) {
      LOG.log(Level.FINE, "No second thread is to be had", busy);
    }
  }

  /** Waits in spite of interrupts, which end no statement: what is told must be what was done. */
  private static boolean outcome(FutureTask<Boolean> task) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new WenshuException(ErrorCode.KNOWLEDGE_UNAVAILABLE, TOO_LONG, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
