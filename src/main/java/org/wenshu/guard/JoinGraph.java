package org.wenshu.guard;

import java.util.Collection;
import java.util.IdentityHashMap;

/** Which relations of one SELECT are related by predicates. Confined to one judgement. */
final class JoinGraph {
  private final IdentityHashMap<Relation, Relation> parents = new IdentityHashMap<>();

  void add(Relation relation) {
    parents.put(relation, relation);
  }

  /** Relates all of them, those apart that belong to other queries. */
  void connect(Collection<Relation> relations) {
    Relation first = null;
    for (Relation relation : relations) {
      if (parents.containsKey(relation)) {
        if (first != null) {
          parents.put(root(relation), root(first));
        }
        first = relation;
      }
    }
  }

  boolean holds(Relation relation) {
    return parents.containsKey(relation);
  }

  boolean connects(Relation one, Relation other) {
    return root(one) == root(other);
  }

  /** A graph of the same relations without any predicate. */
  JoinGraph unconnected() {
    JoinGraph graph = new JoinGraph();
    parents.keySet().forEach(graph::add);
    return graph;
  }

  /** How many joins lack a predicate; a relation of one row multiplies nothing. */
  int freeJoins() {
    long groups =
        parents.keySet().stream().filter(r -> !r.oneRow()).map(this::root).distinct().count();
    return (int) Math.max(0, groups - 1);
  }

  private Relation root(Relation relation) {
    Relation at = relation;
    while (parents.get(at) != at) {
      at = parents.get(at);
    }
    return at;
  }
}
