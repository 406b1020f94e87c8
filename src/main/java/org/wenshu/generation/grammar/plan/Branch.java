package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wenshu.schema.Table;

/**
 * Rows of another table that belong to a row of this statement, of which there may be many: they
 * are asked for in a statement of their own, so that they never multiply the rows of this one.
 */
final class Branch {
  private final Scope outside;
  private final Scope inside;
  private final JoinGraph.Step link;
  private final String linkAlias;
  private final List<Expression> where = new ArrayList<>();

  /** The branch from a statement to the rows of a table. */
  Branch(JoinGraph graph, Map<String, Integer> aliases, Scope outside, Table target) {
    List<JoinGraph.Step> way =
        graph
            .any(outside.root(), target)
            .filter(w -> !w.isEmpty())
            .orElseThrow(() -> unrelated(outside.root(), target));
    int hops = way.size();
    while (hops > 1 && way.get(hops - 1).single()) {
      hops--;
    }
    Table anchor = way.get(hops - 1).to();
    this.outside = outside;
    this.inside = new Scope(graph, aliases, anchor);
    this.link = way.get(0);
    this.linkAlias =
        link.to().name().equals(anchor.name()) ? inside.alias() : inside.reach(link.to());
  }

  private static NotPlanned unrelated(Table one, Table other) {
    return new NotPlanned(
        "表 " + one.name() + " 与表 " + other.name() + " 之间没有关联",
        "Tables " + one.name() + " and " + other.name() + " are not related");
  }

  Scope inside() {
    return inside;
  }

  void where(Expression condition) {
    where.add(condition);
  }

  /** Whether a row of this statement has such rows, or has none. */
  Expression exists(boolean wanted) {
    List<Expression> conditions = new ArrayList<>();
    conditions.add(Scope.on(linkAlias, link.toColumns(), outside.alias(), link.columns()));
    conditions.addAll(where);
    Select select =
        new Select(
            false,
            List.of(new Select.Output(new Expression.Fixed("1"), "")),
            inside.source(),
            inside.joins(),
            conditions,
            List.of(),
            List.of(),
            List.of(),
            null);
    return Expression.form(wanted ? "EXISTS {}" : "NOT EXISTS {}", new Expression.Nested(select));
  }

  /** One row for each row of this statement that has any, joined under the alias. */
  Select.Join summary(String alias, List<Select.Output> measures, boolean outer) {
    List<Select.Output> outputs = new ArrayList<>();
    List<Expression> keys = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (String column : link.toColumns()) {
      Expression key = new Expression.ColumnOf(linkAlias, column);
      keys.add(key);
      labels.add(column);
      outputs.add(new Select.Output(key, column));
    }
    outputs.addAll(measures);
    Select select =
        new Select(
            false,
            outputs,
            inside.source(),
            inside.joins(),
            where,
            keys,
            List.of(),
            List.of(),
            null);
    Expression on = Scope.on(outside.alias(), link.columns(), alias, labels);
    return new Select.Join(outer, new Select.Source(null, select, alias), on);
  }
}
