package org.wenshu.execution;

import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** Asks the database how it would run a statement. Thread-safe; blocks the calling thread. */
public interface PlanReader {
  /**
   * The plan of the statement, which is not run; {@link QueryPlan#UNTOLD} where the database gives
   * none.
   *
   * @throws ExecutionException when the timeout of a statement passes meanwhile
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  QueryPlan plan(GuardedSql sql, Deadline deadline, Cancellation cancellation);
}
