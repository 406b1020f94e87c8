package org.wenshu.operations.metrics;

import java.util.concurrent.CancellationException;
import org.wenshu.error.WenshuException;
import org.wenshu.execution.QueryExecutor;
import org.wenshu.execution.Rows;
import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** An executor whose statements are counted and timed. Thread-safe. */
public final class MeteredExecutor implements QueryExecutor {
  private final QueryExecutor executor;
  private final CounterFamily statements;
  private final TimerFamily durations;

  /** Measures that executor. */
  public MeteredExecutor(QueryExecutor executor, Meters meters) {
    this.executor = executor;
    this.statements =
        meters
            .counters("rag_db_queries_total", "Statements given to the database", "outcome")
            .startingAtZero("rows");
    this.durations =
        meters.timers(
            "wenshu_statement_duration_seconds",
            "Statements, their rows read and the wait for a connection included",
            Buckets.STEPS);
  }

  @Override
  public Rows execute(GuardedSql sql, Deadline deadline, Cancellation cancellation) {
    long started = System.nanoTime();
    String outcome = "failed";
    try {
      Rows rows = executor.execute(sql, deadline, cancellation);
      outcome = "rows";
      return rows;
    } catch (CancellationException left) {
      outcome = "cancelled";
      throw left;
    } catch (WenshuException failure) {
      outcome = Words.of(failure.code());
      throw failure;
    } finally {
      statements.count(outcome);
      durations.record(System.nanoTime() - started);
    }
  }
}
