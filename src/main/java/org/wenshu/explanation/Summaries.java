package org.wenshu.explanation;

import org.wenshu.sql.tree.Aggregates;
import org.wenshu.sql.tree.Expression;

/** Functions over many rows, as a reader sees them: the one that takes any row is among them. */
final class Summaries {
  private Summaries() {}

  static boolean isAggregate(Expression.Call call) {
    return Aggregates.isAggregate(call)
        || (call.over().isEmpty() && call.name().equals("ANY_VALUE"));
  }

  /** Whether one is in the expression itself, sub-queries apart. */
  static boolean isIn(Expression expression) {
    return (expression instanceof Expression.Call call && isAggregate(call))
        || expression.children().stream().anyMatch(Summaries::isIn);
  }
}
