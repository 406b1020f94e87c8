package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.schema.Table;

/** The statement in the making, shared by those who make it. For one question. */
final class Draft {
  final JoinGraph graph;
  final Resolver resolver;
  final Map<String, Integer> aliases = new HashMap<>();
  final Table root;
  final Scope scope;
  final List<Select.Output> outputs = new ArrayList<>();
  final List<Expression> where = new ArrayList<>();
  final List<Expression> groupBy = new ArrayList<>();
  final List<Expression> having = new ArrayList<>();
  final List<Select.Sort> orderBy = new ArrayList<>();

  Draft(JoinGraph graph, Resolver resolver, Table root) {
    this.graph = graph;
    this.resolver = resolver;
    this.root = root;
    this.scope = new Scope(graph, aliases, root);
  }

  boolean isRoot(Table table) {
    return table.name().equals(root.name());
  }

  Scope scopeOf(Table table) {
    return new Scope(graph, aliases, table);
  }

  Branch branch(Table table) {
    return new Branch(graph, aliases, scope, table);
  }

  /** The date of a table's rows: its own, else that of something each of them belongs to. */
  ElementRef dateOf(Table table) {
    ElementRef own = Display.date(table);
    if (own != null) {
      return own;
    }
    return graph.from(table).stream()
        .filter(JoinGraph.Step::single)
        .map(step -> Display.date(step.to()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** One row for each combination of what is shown so far. */
  void groupByOutputs() {
    if (groupBy.isEmpty()) {
      for (Select.Output output : outputs) {
        if (output.expression() instanceof Expression.Everything) {
          throw new NotPlanned("没有说明按什么分组", "It is not said what to group by");
        }
        groupBy.add(output.expression());
      }
    }
  }

  Select select(boolean distinct, Integer limit) {
    return new Select(
        distinct, outputs, scope.source(), scope.joins(), where, groupBy, having, orderBy, limit);
  }
}
