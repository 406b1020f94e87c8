package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.sql.tree.Expression;

/** Finds the queries directly inside an expression. */
final class SubQueries {
  private SubQueries() {}

  static boolean isIn(Expression expression) {
    return !in(expression).isEmpty();
  }

  static List<Expression.SubQuery> in(Expression expression) {
    List<Expression.SubQuery> found = new ArrayList<>();
    collect(expression, found);
    return found;
  }

  private static void collect(Expression expression, List<Expression.SubQuery> found) {
    if (expression instanceof Expression.SubQuery query) {
      found.add(query);
    }
    expression.children().forEach(c -> collect(c, found));
  }
}
