package org.wenshu.ask;

import java.util.Optional;
import org.wenshu.error.WenshuException;
import org.wenshu.execution.PlanReader;
import org.wenshu.execution.QueryPlan;
import org.wenshu.explanation.Advice;
import org.wenshu.explanation.PlanAdvice;
import org.wenshu.explanation.PlanText;
import org.wenshu.explanation.SqlExplainer;
import org.wenshu.guard.GuardedSql;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Language;
import org.wenshu.sql.tree.Query;

/** Finds out what is worth telling of a statement. Thread-safe. */
public final class Insights {
  private final SqlExplainer explainer = new SqlExplainer();
  private final PlanAdvice advice = new PlanAdvice();
  private final PlanReader plans;

  /** Insights by the plans of that reader. */
  public Insights(PlanReader plans) {
    this.plans = plans;
  }

  /** Insights without plans, and so without advice that rests on them. */
  public static Insights withoutPlans() {
    return new Insights((sql, deadline, cancellation) -> QueryPlan.UNTOLD);
  }

  /**
   * What is worth telling.
   *
   * @param truncated whether rows were left out of the answer
   */
  Insight of(
      GuardedSql guarded,
      PermittedSchema permitted,
      Insight.Detail detail,
      Language language,
      boolean truncated,
      Deadline deadline,
      Cancellation cancellation) {
    if (detail == Insight.Detail.ROWS) {
      return Insight.NONE;
    }
    Query drafted = guarded.drafted();
    QueryPlan plan =
        wantsPlan(guarded, detail) ? plan(guarded, deadline, cancellation) : QueryPlan.UNTOLD;
    boolean advised = detail.compareTo(Insight.Detail.ADVISED) >= 0;
    Advice given = advice.of(drafted, advised ? plan : QueryPlan.UNTOLD, permitted, truncated);
    return new Insight(
        Optional.of(explainer.explain(drafted, permitted.snapshot(), language)),
        detail == Insight.Detail.PLANNED ? PlanText.of(drafted, plan, permitted) : "",
        given.warnings(),
        given.suggestions());
  }

  /** Whatever the plan of a small statement is, there is nothing to advise. */
  private static boolean wantsPlan(GuardedSql guarded, Insight.Detail detail) {
    return detail == Insight.Detail.PLANNED
        || (detail == Insight.Detail.ADVISED && guarded.mostCombinations() >= PlanAdvice.MANY_ROWS);
  }

  /** An answer without its plan is still an answer. */
  private QueryPlan plan(GuardedSql guarded, Deadline deadline, Cancellation cancellation) {
    try {
      return plans.plan(guarded, deadline, cancellation);
    } catch (WenshuException e) {
      return QueryPlan.UNTOLD;
    }
  }
}
