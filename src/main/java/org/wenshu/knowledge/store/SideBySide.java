package org.wenshu.knowledge.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** Does two things at once where a second thread is to be had, else one after the other. */
final class SideBySide {
  private static final Logger LOG = Logger.getLogger(SideBySide.class.getName());

  private SideBySide() {}

  /**
   * Returns when both are over, and whether both said yes.
   *
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

  private static boolean outcome(FutureTask<Boolean> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WenshuException(
          ErrorCode.KNOWLEDGE_UNAVAILABLE, new Wording("写入被中断", "Writing was interrupted"), e);
    }
  }
}
