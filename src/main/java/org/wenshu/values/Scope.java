package org.wenshu.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.schema.Table;

/** The relations a SELECT can refer to, and behind them those of the SELECT around it. */
final class Scope {
  /** A relation under the name it goes by; the name is empty when it has none. */
  private record Source(String name, Relation relation) {}

  /** A column found: in which relation, under which name, and the stored column it shows. */
  record Found(Relation relation, String name, Relation.Origin origin) {}

  private final Optional<Scope> outer;
  private final List<Source> sources = new ArrayList<>();

  Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  void add(String name, Relation relation) {
    sources.add(new Source(name, relation));
  }

  /** All columns, as {@code *} shows them. */
  Relation all() {
    return sources.stream()
        .map(Source::relation)
        .reduce(
            new Relation(List.of(), false),
            (a, b) -> {
              List<Relation.Output> outputs = new ArrayList<>(a.outputs());
              outputs.addAll(b.outputs());
              return new Relation(outputs, a.open() || b.open());
            });
  }

  /** The relation of that name. */
  Optional<Relation> relation(String name) {
    List<Relation> named =
        sources.stream()
            .filter(s -> s.name().equalsIgnoreCase(name))
            .map(Source::relation)
            .toList();
    if (named.isEmpty()) {
      return outer.flatMap(o -> o.relation(name));
    }
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** What a reference means; empty when that is unknown, ambiguous or no stored column. */
  Optional<Found> resolve(ColumnReference reference) {
    return reference.qualifier().isEmpty()
        ? unqualified(reference.name())
        : relation(reference.qualifier().get(reference.qualifier().size() - 1))
            .flatMap(relation -> found(relation, reference.name()));
  }

  private Optional<Found> unqualified(String name) {
    List<Relation> having =
        sources.stream().map(Source::relation).filter(r -> r.open() || r.has(name)).toList();
    if (having.isEmpty()) {
      return outer.flatMap(o -> o.unqualified(name));
    }
    return having.size() == 1 ? found(having.get(0), name) : Optional.empty();
  }

  private static Optional<Found> found(Relation relation, String name) {
    return relation
        .output(name)
        .flatMap(o -> o.origin().map(origin -> new Found(relation, o.name(), origin)));
  }

  /**
   * How a reference written like the given one names another stored column of the same table; empty
   * when it cannot.
   */
  Optional<String> sibling(ColumnReference reference, Found column, Table table, String sibling) {
    return column
        .relation()
        .showing(table, sibling)
        .map(Relation.Output::name)
        .filter(
            name ->
                resolve(new ColumnReference(reference.qualifier(), name))
                    .filter(f -> f.relation().equals(column.relation()))
                    .isPresent());
  }
}
