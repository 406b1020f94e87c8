package org.wenshu.guard;

import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Call;

/**
 * Only built-in functions on the list of {@link BuiltInFunctions} may be called. A name that is no
 * built-in is answered as an unknown function, whether a stored one exists or not.
 */
final class FunctionRule implements ExpressionRule {
  @Override
  public void check(Expression expression, GuardLimits limits, Findings findings) {
    if (!(expression instanceof Call call) || BuiltInFunctions.ALLOWED.contains(call.name())) {
      return;
    }
    if (BuiltInFunctions.REFUSED.contains(call.name())) {
      findings.refuse(GuardRule.FUNCTION, call.position());
    } else {
      findings.refuse(GuardRule.FUNCTION, call.position(), Wordings.unknownFunction(call.name()));
    }
  }
}
