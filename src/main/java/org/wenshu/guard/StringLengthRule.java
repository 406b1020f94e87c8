package org.wenshu.guard;

import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Call;
import org.wenshu.sql.tree.Expression.TypeName;

/** Functions that build strings of a given length need a small constant, and may not be nested. */
final class StringLengthRule implements ExpressionRule {
  private static final Set<String> BUILDERS = Set.of("REPEAT", "RPAD", "LPAD", "SPACE");

  @Override
  public void check(Expression expression, GuardLimits limits, Findings findings) {
    if (expression instanceof TypeName type && type.length() > limits.maxStringLength()) {
      findings.refuse(GuardRule.STRING_LENGTH, type.position());
    } else if (isBuilder(expression)) {
      Call call = (Call) expression;
      Optional<Long> length =
          call.argument(call.name().equals("SPACE") ? 0 : 1).flatMap(StringLengthRule::constant);
      boolean small = length.filter(l -> l <= limits.maxStringLength()).isPresent();
      if (!small || call.children().stream().anyMatch(StringLengthRule::holdsBuilder)) {
        findings.refuse(GuardRule.STRING_LENGTH, call.position());
      }
    }
  }

  private static boolean isBuilder(Expression expression) {
    return expression instanceof Call call && BUILDERS.contains(call.name());
  }

  private static boolean holdsBuilder(Expression expression) {
    return isBuilder(expression)
        || expression.children().stream().anyMatch(StringLengthRule::holdsBuilder);
  }

  private static Optional<Long> constant(Expression expression) {
    return expression instanceof Expression.Literal literal ? literal.integer() : Optional.empty();
  }
}
