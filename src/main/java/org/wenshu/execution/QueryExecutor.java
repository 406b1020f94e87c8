package org.wenshu.execution;

import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** Runs guarded SQL. Thread-safe; blocks the calling thread until rows, failure or cancellation. */
public interface QueryExecutor {
  /**
   * Runs the statement on a pooled read-only connection and reads at most the configured number of
   * rows.
   *
   * @throws ExecutionException when the database rejects it or the statement timeout passes
   * @throws java.util.concurrent.CancellationException when cancelled; the statement is killed
   */
  Rows execute(GuardedSql sql, Deadline deadline, Cancellation cancellation);
}
