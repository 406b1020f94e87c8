package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.schema.Table;

/**
 * The sources of one statement in the making: a table, and tables of which every row of it has at
 * most one partner, joined when first needed.
 */
final class Scope {
  private final JoinGraph graph;
  private final Map<String, Integer> aliases;
  private final Table root;
  private final String alias;
  private final List<Select.Join> joins = new ArrayList<>();
  private final Map<String, String> joined = new HashMap<>();
  private boolean outer;

  Scope(JoinGraph graph, Map<String, Integer> aliases, Table root) {
    this.graph = graph;
    this.aliases = aliases;
    this.root = root;
    this.alias = fresh(root.name());
    joined.put(root.name(), alias);
  }

  String fresh(String name) {
    int count = aliases.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "_" + count;
  }

  Table root() {
    return root;
  }

  String alias() {
    return alias;
  }

  Select.Source source() {
    return new Select.Source(root.name(), null, alias);
  }

  List<Select.Join> joins() {
    return joins;
  }

  /** From now on joins keep rows without a partner, or no longer do. */
  void keepUnmatched(boolean keep) {
    outer = keep;
  }

  boolean reaches(Table table) {
    return joined.containsKey(table.name()) || graph.single(root, table).isPresent();
  }

  Expression column(ElementRef column) {
    return new Expression.ColumnOf(reach(column.table()), column.column().name());
  }

  /**
   * A key of a reachable table, as the table that refers to it holds it: it need not be joined
   * then.
   */
  Expression reference(ElementRef key) {
    List<JoinGraph.Step> way =
        joined.containsKey(key.table().name())
            ? List.of()
            : graph.single(root, key.table()).orElse(List.of());
    if (!way.isEmpty()) {
      JoinGraph.Step last = way.get(way.size() - 1);
      if (last.toColumns().equals(List.of(key.column().name()))) {
        return new Expression.ColumnOf(reach(last.from()), last.columns().get(0));
      }
    }
    return column(key);
  }

  /** The alias of a reachable table, joined on the way. */
  String reach(Table table) {
    if (!joined.containsKey(table.name())) {
      List<JoinGraph.Step> way =
          graph
              .single(root, table)
              .orElseThrow(
                  () ->
                      new NotPlanned(
                          "表 " + root.name() + " 的每一行对应表 " + table.name() + " 的多行，无法并列显示",
                          "A row of " + root.name() + " may have many rows of " + table.name()));
      way.forEach(this::join);
    }
    return joined.get(table.name());
  }

  private void join(JoinGraph.Step step) {
    if (joined.containsKey(step.to().name())) {
      return;
    }
    String name = fresh(step.to().name());
    Expression on = on(joined.get(step.from().name()), step.columns(), name, step.toColumns());
    joins.add(new Select.Join(outer, new Select.Source(step.to().name(), null, name), on));
    joined.put(step.to().name(), name);
  }

  void join(Select.Join join) {
    joins.add(join);
  }

  static Expression on(String left, List<String> columns, String right, List<String> others) {
    List<Expression> equal = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      equal.add(
          Expression.form(
              "{} = {}",
              new Expression.ColumnOf(left, columns.get(i)),
              new Expression.ColumnOf(right, others.get(i))));
    }
    return Expression.all(equal);
  }
}
