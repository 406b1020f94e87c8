package org.wenshu.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The relations whose columns one SELECT can name, and those of the queries around it. */
final class Scope {
  private final Optional<Scope> outer;
  private final CommonTables commonTables;
  private final List<Relation> relations = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();
  private final List<String> maskedAliases = new ArrayList<>();
  private final Set<Relation> seenFromInside = Collections.newSetFromMap(new IdentityHashMap<>());
  private final JoinGraph joins = new JoinGraph();

  Scope(Optional<Scope> outer, CommonTables commonTables) {
    this.outer = outer;
    this.commonTables = commonTables;
  }

  /** What a column name leads to. */
  enum Resolution {
    SHOWN,
    HIDDEN,
    UNKNOWN
  }

  /**
   * What a column name leads to.
   *
   * @param relation the one that has the column; empty for an alias, and unless it is shown
   * @param masked whether it may be shown but not used
   */
  record Resolved(Resolution resolution, Optional<Relation> relation, boolean masked) {
    static final Resolved UNKNOWN = new Resolved(Resolution.UNKNOWN, Optional.empty(), false);
    static final Resolved HIDDEN = new Resolved(Resolution.HIDDEN, Optional.empty(), false);
  }

  Optional<Scope> outer() {
    return outer;
  }

  CommonTables commonTables() {
    return commonTables;
  }

  List<Relation> relations() {
    return relations;
  }

  JoinGraph joins() {
    return joins;
  }

  void add(Relation relation) {
    relations.add(relation);
    joins.add(relation);
  }

  /** From here on the labels of the result may be named too. */
  void showAliases(Shape shape) {
    aliases.addAll(shape.columns());
    maskedAliases.addAll(shape.maskedNames());
  }

  /** The relations that queries inside have named since the last call. */
  List<Relation> takeSeenFromInside() {
    List<Relation> seen = List.copyOf(seenFromInside);
    seenFromInside.clear();
    return seen;
  }

  /** Looks outwards for an unqualified column; the first query that has it decides. */
  Resolved resolve(String column) {
    return resolve(
            relations.stream().filter(r -> r.shows(column) || r.hides(column)).toList(), column)
        .orElseGet(() -> aliasOrOuter(column));
  }

  private Resolved aliasOrOuter(String column) {
    if (aliases.stream().anyMatch(column::equalsIgnoreCase)) {
      boolean masked = maskedAliases.stream().anyMatch(column::equalsIgnoreCase);
      return new Resolved(Resolution.SHOWN, Optional.empty(), masked);
    }
    return outer.map(o -> o.seenFromInside(o.resolve(column))).orElse(Resolved.UNKNOWN);
  }

  /** Looks outwards for the relation of that name, then into it. */
  Resolved resolve(String qualifier, String column) {
    List<Relation> named = named(qualifier);
    if (named.isEmpty()) {
      return outer
          .map(o -> o.seenFromInside(o.resolve(qualifier, column)))
          .orElse(Resolved.UNKNOWN);
    }
    return resolve(named, column).orElse(Resolved.UNKNOWN);
  }

  /** The relations of this SELECT that go by that name. */
  List<Relation> named(String qualifier) {
    return relations.stream().filter(r -> r.isNamed(qualifier)).toList();
  }

  private static Optional<Resolved> resolve(List<Relation> candidates, String column) {
    if (candidates.stream().anyMatch(r -> r.hides(column))) {
      return Optional.of(Resolved.HIDDEN);
    }
    return candidates.stream()
        .filter(r -> r.shows(column))
        .findFirst()
        .map(r -> new Resolved(Resolution.SHOWN, Optional.of(r), r.masks(column)));
  }

  private Resolved seenFromInside(Resolved resolved) {
    resolved.relation().filter(relations::contains).ifPresent(seenFromInside::add);
    return resolved;
  }
}
