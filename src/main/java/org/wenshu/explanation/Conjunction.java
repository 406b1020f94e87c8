package org.wenshu.explanation;

import java.util.List;
import java.util.Set;
import org.wenshu.sql.tree.Expression;

/** The predicates that an expression joins by AND. */
final class Conjunction {
  private static final Set<String> AND = Set.of("AND", "&&");

  private Conjunction() {}

  static List<Expression> of(Expression expression) {
    if (expression instanceof Expression.Parenthesised parenthesised) {
      List<Expression> inner = of(parenthesised.inner());
      return inner.size() > 1 ? inner : List.of(parenthesised.inner());
    }
    if (expression instanceof Expression.Chain chain && AND.containsAll(chain.operators())) {
      return chain.operands().stream().flatMap(o -> of(o).stream()).toList();
    }
    return List.of(expression);
  }
}
