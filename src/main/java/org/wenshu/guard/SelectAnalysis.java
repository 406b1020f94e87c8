package org.wenshu.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wenshu.question.Wording;
import org.wenshu.sql.tree.Aggregates;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Expression.Star;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Select;

/** Walks one SELECT, clause by clause, in the order in which the server gives names a meaning. */
final class SelectAnalysis {
  private final Analysis analysis;
  private final ExpressionAnalysis expressions;
  private final FromAnalysis from;

  SelectAnalysis(Analysis analysis, QueryAnalysis queries) {
    this.analysis = analysis;
    this.expressions = new ExpressionAnalysis(analysis, queries);
    this.from = new FromAnalysis(analysis, queries, expressions);
  }

  Shape select(Select select, Scope scope) {
    analysis.scopes().put(select, scope);
    from.references(select.from(), scope);
    JoinPredicates predicates = new JoinPredicates(analysis.resolved());
    select
        .where()
        .ifPresent(
            w -> {
              expressions.walk(w, scope, "where clause");
              predicates.connect(w, scope.joins());
            });
    analysis.countFreeJoins(scope.joins().freeJoins(), select.position());
    List<String> labels = new ArrayList<>();
    Set<Integer> masked = new HashSet<>();
    select.items().forEach(i -> item(i, scope, labels, masked));
    Shape shape = new Shape(labels, masked, isOneRow(select));
    scope.showAliases(shape);
    orderItems(select.groupBy(), scope, "group statement", shape);
    select.having().ifPresent(h -> expressions.walk(h, scope, "having clause"));
    select
        .windows()
        .forEach(
            w ->
                w.spec().expressions().forEach(e -> expressions.walk(e, scope, "window order by")));
    return shape;
  }

  /**
   * Walks what rows are sorted or grouped by.
   *
   * @param shape of the result, whose columns numbers may name
   */
  void orderItems(List<OrderItem> items, Scope scope, String clause, Shape shape) {
    for (OrderItem item : items) {
      expressions.walk(item.expression(), scope, clause);
      if (item.expression() instanceof Expression.Literal literal) {
        literal
            .integer()
            .map(ordinal -> (int) (ordinal - 1))
            .filter(shape.masked()::contains)
            .ifPresent(i -> expressions.refuseMasked(shape.columns().get(i), literal.position()));
      }
    }
  }

  private void item(Select.Item item, Scope scope, List<String> labels, Set<Integer> masked) {
    if (item.expression() instanceof Star star) {
      star(star, scope, labels, masked);
      return;
    }
    if (expressions.walkShown(item.expression(), scope, "field list")) {
      masked.add(labels.size());
    }
    labels.add(item.alias().map(Name::text).orElseGet(() -> ownLabel(item)));
  }

  private static String ownLabel(Select.Item item) {
    Expression expression = item.expression();
    while (expression.transparent().isPresent()) {
      expression = expression.transparent().get();
    }
    if (expression instanceof Expression.Column column) {
      return column.name().text();
    }
    return expression instanceof Expression.Literal literal
        ? literal.string().orElse(item.source())
        : item.source();
  }

  private void star(Star star, Scope scope, List<String> labels, Set<Integer> masked) {
    List<Relation> relations =
        star.qualifier().isEmpty() ? scope.relations() : qualified(star, scope);
    if (relations.isEmpty()) {
      analysis.findings().refuse(GuardRule.STAR, star.position(), unknownStar(star));
    }
    if (relations.stream().anyMatch(Relation::hidesAny)) {
      narrow(star, relations);
    }
    for (Relation relation : relations) {
      for (String column : relation.columns()) {
        if (relation.masks(column)) {
          masked.add(labels.size());
        }
        labels.add(column);
      }
    }
  }

  private void narrow(Star star, List<Relation> relations) {
    if (!analysis.mayNarrow()) {
      analysis.findings().refuse(GuardRule.STAR, star.position(), Wordings.NAME_COLUMNS);
    }
    relations.stream().filter(Relation::hidesAny).forEach(analysis::narrow);
  }

  private static Wording unknownStar(Star star) {
    return star.qualifier().isEmpty()
        ? Wordings.noTables()
        : Wordings.unknownStar(star.qualifier());
  }

  private List<Relation> qualified(Star star, Scope scope) {
    List<Name> qualifier = star.qualifier();
    boolean known = qualifier.size() == 1 || analysis.isDatabase(qualifier.get(0));
    return known && qualifier.size() <= 2
        ? scope.named(qualifier.get(qualifier.size() - 1).text())
        : List.of();
  }

  private static boolean isOneRow(Select select) {
    return select.groupBy().isEmpty()
        && (select.from().isEmpty()
            || select.items().stream().anyMatch(i -> Aggregates.occurIn(i.expression())));
  }
}
