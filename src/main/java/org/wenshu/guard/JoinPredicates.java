package org.wenshu.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Call;
import org.wenshu.sql.tree.Expression.Chain;
import org.wenshu.sql.tree.Expression.Column;
import org.wenshu.sql.tree.Expression.Parenthesised;

/** Finds which relations a condition relates: those that one comparison names together. */
final class JoinPredicates {
  private static final Set<String> CONJUNCTION = Set.of("AND", "&&");
  private static final Set<String> DISJUNCTION = Set.of("OR", "||");
  private static final Set<String> RELATING =
      Set.of("=", "<=>", "<", "<=", ">", ">=", "BETWEEN", "IN", "LIKE", "REGEXP", "MEMBER OF");
  private static final Set<String> RELATING_CALLS =
      Set.of("FIND_IN_SET", "INSTR", "LOCATE", "JSON_CONTAINS", "JSON_OVERLAPS");

  private final IdentityHashMap<Column, Relation> resolved;

  JoinPredicates(IdentityHashMap<Column, Relation> resolved) {
    this.resolved = resolved;
  }

  /** Adds to the graph what holds in every row that meets the condition. */
  void connect(Expression condition, JoinGraph graph) {
    if (condition instanceof Parenthesised parenthesised) {
      connect(parenthesised.inner(), graph);
    } else if (condition instanceof Chain chain) {
      connectChain(chain, graph);
    } else if (condition instanceof Call call && RELATING_CALLS.contains(call.name())) {
      graph.connect(relations(call));
    }
  }

  private void connectChain(Chain chain, JoinGraph graph) {
    if (CONJUNCTION.containsAll(chain.operators())) {
      chain.operands().forEach(o -> connect(o, graph));
    } else if (DISJUNCTION.containsAll(chain.operators())) {
      connectDisjunction(chain.operands(), graph);
    } else if (RELATING.contains(chain.operators().get(0))) {
      graph.connect(relations(chain));
    }
  }

  /** Only what every branch relates is related. */
  private void connectDisjunction(List<Expression> branches, JoinGraph graph) {
    List<JoinGraph> graphs = new ArrayList<>();
    for (Expression branch : branches) {
      JoinGraph alone = graph.unconnected();
      connect(branch, alone);
      graphs.add(alone);
    }
    List<Relation> relations = List.copyOf(relations(branches.get(0)));
    for (Relation one : relations) {
      for (Relation other : relations) {
        if (graphs.stream()
            .allMatch(g -> g.holds(one) && g.holds(other) && g.connects(one, other))) {
          graph.connect(List.of(one, other));
        }
      }
    }
  }

  /** The relations whose columns the expression names, sub-queries apart. */
  Set<Relation> relations(Expression expression) {
    Set<Relation> relations = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(expression, relations);
    return relations;
  }

  private void collect(Expression expression, Set<Relation> relations) {
    if (expression instanceof Column column && resolved.containsKey(column)) {
      relations.add(resolved.get(column));
    }
    expression.children().forEach(c -> collect(c, relations));
  }
}
