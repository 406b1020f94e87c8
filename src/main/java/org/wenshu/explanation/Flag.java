package org.wenshu.explanation;

import java.util.Optional;
import org.wenshu.sql.tree.Expression;

/**
 * A value where a condition is met, and 0 elsewhere: {@code CASE WHEN … THEN … ELSE 0 END}.
 *
 * @param condition when the value counts
 * @param value what is summed up
 */
record Flag(Expression condition, Expression value) {
  static Optional<Flag> of(Expression expression) {
    if (expression instanceof Expression.Call call
        && call.name().equals("IF")
        && call.arguments().size() == 3
        && SqlText.of(call.arguments().get(2)).equals("0")) {
      return Optional.of(new Flag(call.arguments().get(0), call.arguments().get(1)));
    }
    if (!(expression instanceof Expression.Case branches)
        || branches.operand().isPresent()
        || branches.whens().size() != 1) {
      return Optional.empty();
    }
    Expression.When when = branches.whens().get(0);
    boolean zero = branches.otherwise().map(SqlText::of).orElse("0").equals("0");
    return zero ? Optional.of(new Flag(when.condition(), when.result())) : Optional.empty();
  }

  /** Whether it counts rows. */
  boolean isNumber() {
    return SqlText.of(value).equals("1");
  }
}
