package org.wenshu.guard;

import java.util.Optional;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Call;
import org.wenshu.sql.tree.Expression.Chain;
import org.wenshu.sql.tree.Expression.Literal;

/** A pattern must be a constant that matches in time linear or nearly so in the text. */
final class RegularExpressionRule implements ExpressionRule {
  @Override
  public void check(Expression expression, GuardLimits limits, Findings findings) {
    if (expression instanceof Chain chain && chain.operators().get(0).endsWith("REGEXP")) {
      checkPattern(chain.operands().get(1), findings);
    } else if (expression instanceof Call call && call.name().startsWith("REGEXP_")) {
      call.argument(1).ifPresent(pattern -> checkPattern(pattern, findings));
    }
  }

  private static void checkPattern(Expression pattern, Findings findings) {
    Optional<String> text =
        pattern instanceof Literal literal ? literal.string() : Optional.empty();
    if (text.filter(PatternCost::isBounded).isEmpty()) {
      findings.refuse(GuardRule.REGULAR_EXPRESSION, pattern.position());
    }
  }
}
