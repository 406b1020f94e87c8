package org.wenshu.guard;

import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Column;
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
      column(column, scope, clause);
    } else if (expression instanceof SubQuery subQuery) {
      queries.query(subQuery.query(), Optional.of(scope), scope.commonTables());
    }
    for (Expression child : expression.children()) {
      walk(child, scope, clause);
    }
  }

  private void column(Column column, Scope scope, String clause) {
    Scope.Resolved resolved = resolve(column, scope);
    if (resolved.resolution() != Scope.Resolution.SHOWN) {
      analysis
          .findings()
          .refuse(
              GuardRule.COLUMN, column.position(), Wordings.unknownColumn(column.path(), clause));
    }
    resolved.relation().ifPresent(r -> analysis.resolved().put(column, r));
  }

  private Scope.Resolved resolve(Column column, Scope scope) {
    List<Name> path = column.path();
    String name = column.name().text();
    if (path.size() == 1) {
      return scope.resolve(name);
    }
    if (path.size() == 3 && !analysis.isDatabase(path.get(0))) {
      return new Scope.Resolved(Scope.Resolution.UNKNOWN, Optional.empty());
    }
    return scope.resolve(path.get(path.size() - 2).text(), name);
  }
}
