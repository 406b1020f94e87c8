package org.wenshu.guard;

import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Column;
import org.wenshu.sql.tree.Expression.Parenthesised;
import org.wenshu.sql.tree.Expression.SubQuery;
import org.wenshu.sql.tree.Name;

/** Walks expressions: every rule sees every node, every column is looked up. */
final class ExpressionAnalysis {
  private final Analysis analysis;
  private final QueryAnalysis queries;

  ExpressionAnalysis(Analysis analysis, QueryAnalysis queries) {
    this.analysis = analysis;
    this.queries = queries;
  }

  /**
   * Walks an expression.
   *
   * @param clause where it stands, in the words of the server's messages
   */
  void walk(Expression expression, Scope scope, String clause) {
    for (ExpressionRule rule : ExpressionRule.ALL) {
      rule.check(expression, analysis.limits(), analysis.findings());
    }
    if (expression instanceof Column column) {
      if (column(column, scope, clause)) {
        refuseMasked(column.name().text(), column.position());
      }
    } else if (expression instanceof SubQuery subQuery) {
      Shape shape = queries.query(subQuery.query(), Optional.of(scope), scope.commonTables());
      if (!shape.masked().isEmpty() && !subQuery.quantifier().equals("EXISTS")) {
        refuseMasked(shape.maskedNames().get(0), subQuery.position());
      }
    }
    for (Expression child : expression.children()) {
      walk(child, scope, clause);
    }
  }

  /** Walks a column of the result; whether it shows masked values. */
  boolean walkShown(Expression expression, Scope scope, String clause) {
    Expression plain = expression;
    while (plain instanceof Parenthesised parenthesised) {
      plain = parenthesised.inner();
    }
    if (plain instanceof Column column) {
      return column(column, scope, clause);
    }
    if (plain instanceof SubQuery subQuery && subQuery.quantifier().isEmpty()) {
      return !queries
          .query(subQuery.query(), Optional.of(scope), scope.commonTables())
          .masked()
          .isEmpty();
    }
    walk(expression, scope, clause);
    return false;
  }

  void refuseMasked(String column, int position) {
    analysis.findings().refuse(GuardRule.MASK, position, Wordings.masked(column));
  }

  /** Looks a column up; whether it is masked. */
  private boolean column(Column column, Scope scope, String clause) {
    Scope.Resolved resolved = resolve(column, scope);
    if (resolved.resolution() != Scope.Resolution.SHOWN) {
      analysis
          .findings()
          .refuse(
              GuardRule.COLUMN, column.position(), Wordings.unknownColumn(column.path(), clause));
    }
    resolved.relation().ifPresent(r -> analysis.resolved().put(column, r));
    return resolved.masked();
  }

  private Scope.Resolved resolve(Column column, Scope scope) {
    List<Name> path = column.path();
    String name = column.name().text();
    if (path.size() == 1) {
      return scope.resolve(name);
    }
    if (path.size() == 3 && !analysis.isDatabase(path.get(0))) {
      return Scope.Resolved.UNKNOWN;
    }
    return scope.resolve(path.get(path.size() - 2).text(), name);
  }
}
