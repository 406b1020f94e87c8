package org.wenshu.explanation;

import java.util.Optional;
import org.wenshu.sql.tree.Expression;

/** Recognises {@code CASE WHEN … THEN 1 ELSE 0 END}, which a sum makes a count of rows. */
final class Flag {
  private Flag() {}

  /** The condition that it is 1 for. */
  static Optional<Expression> of(Expression expression) {
    if (!(expression instanceof Expression.Case branches)
        || branches.operand().isPresent()
        || branches.whens().size() != 1) {
      return Optional.empty();
    }
    Expression.When when = branches.whens().get(0);
    boolean zero = branches.otherwise().map(SqlText::of).orElse("0").equals("0");
    return zero && SqlText.of(when.result()).equals("1")
        ? Optional.of(when.condition())
        : Optional.empty();
  }
}
