package org.wenshu.guard;

import java.util.List;
import org.wenshu.sql.tree.Expression;

/**
 * A rule about single expressions, wherever they stand. A new rule is a class with this interface
 * and a place in {@link #ALL}.
 */
interface ExpressionRule {
  /** Every rule, in the order of checking. */
  List<ExpressionRule> ALL =
      List.of(new FunctionRule(), new StringLengthRule(), new RegularExpressionRule());

  /** Reports to {@code findings} when the expression breaks the rule; children are seen later. */
  void check(Expression expression, GuardLimits limits, Findings findings);
}
