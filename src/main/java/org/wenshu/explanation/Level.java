package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.Select;

/** One SELECT with what it reads. Complete once all sources are added. */
final class Level implements Reading {
  private final Readings readings;
  private final Select select;
  private final Query query;
  private final Optional<Level> outer;
  private final CommonReadings common;
  private final List<Source> sources = new ArrayList<>();
  private final IdentityHashMap<Query, Reading> inside = new IdentityHashMap<>();
  private Grain grain;

  Level(
      Readings readings, Select select, Query query, Optional<Level> outer, CommonReadings common) {
    this.readings = readings;
    this.select = select;
    this.query = query;
    this.outer = outer;
    this.common = common;
  }

  void add(Source source) {
    sources.add(source);
  }

  Select select() {
    return select;
  }

  List<Source> sources() {
    return sources;
  }

  CommonReadings common() {
    return common;
  }

  Optional<Level> outer() {
    return outer;
  }

  List<OrderItem> orderBy() {
    return query.orderBy();
  }

  Optional<Query.Limit> limit() {
    return query.limit();
  }

  /** A query inside this one. */
  Reading read(Query inner) {
    Reading known = inside.get(inner);
    if (known == null) {
      known = readings.read(inner, Optional.of(this), common);
      inside.put(inner, known);
    }
    return known;
  }

  /** What one row of FROM is. */
  Grain grain() {
    if (grain == null) {
      grain = Grain.of(this);
    }
    return grain;
  }

  boolean isDistinct() {
    return select.modifiers().stream().anyMatch(m -> m.startsWith("DISTINCT"));
  }

  /** Whether its rows stand for several rows of what it reads. */
  boolean isGrouped() {
    return !select.groupBy().isEmpty();
  }

  boolean isAggregated() {
    return isGrouped()
        || select.items().stream().anyMatch(i -> Summaries.isIn(i.expression()))
        || select.having().filter(Summaries::isIn).isPresent();
  }

  /** Whether it only shows rows of one table as they come, and may stop after any of them. */
  boolean isPlainList() {
    return sources.size() == 1
        && select.where().isEmpty()
        && orderBy().isEmpty()
        && !isAggregated()
        && !isDistinct()
        && outer.isEmpty();
  }

  /** The predicates of WHERE that must all hold. */
  List<Expression> conditions() {
    return select.where().map(Conjunction::of).orElse(List.of());
  }

  /** What a name, a label or a place in the list of columns stands for, where it is one. */
  Expression labelled(Expression expression) {
    if (expression instanceof Expression.Literal literal && literal.integer().isPresent()) {
      long place = literal.integer().orElseThrow();
      return place >= 1 && place <= select.items().size()
          ? select.items().get((int) place - 1).expression()
          : expression;
    }
    if (expression instanceof Expression.Column column && column.path().size() == 1) {
      return item(column.name()).map(Select.Item::expression).orElse(expression);
    }
    return expression;
  }

  private Optional<Select.Item> item(Name name) {
    return select.items().stream()
        .filter(i -> i.alias().filter(a -> a.matches(name.text())).isPresent())
        .findFirst();
  }

  Optional<Resolved> resolve(Expression.Column column) {
    List<Name> path = column.path();
    String name = column.name().text();
    Optional<Resolved> found = Optional.empty();
    for (Source source : sources) {
      if (found.isEmpty()
          && (path.size() == 1 || source.isNamed(path.get(path.size() - 2).text()))) {
        found = inSource(source, name);
      }
    }
    if (found.isEmpty() && path.size() == 1) {
      found = item(column.name()).map(i -> new Resolved.Computed(this, name, i.expression(), this));
    }
    return found.or(() -> outer.flatMap(o -> o.resolve(column)));
  }

  private Optional<Resolved> inSource(Source source, String name) {
    if (source.table().isPresent()) {
      Table table = source.table().orElseThrow();
      return table.column(name).map(c -> new Resolved.Stored(this, source, table, c));
    }
    return source
        .level()
        .flatMap(
            inner ->
                inner.output(source, name).map(e -> new Resolved.Computed(this, name, e, inner)));
  }

  /** The expression of the column that this SELECT shows by that name as the given source. */
  private Optional<Expression> output(Source source, String name) {
    List<Select.Item> items = select.items();
    for (int i = 0; i < source.columns().size(); i++) {
      if (source.columns().get(i).equalsIgnoreCase(name)) {
        return i < items.size() ? Optional.of(items.get(i).expression()) : Optional.empty();
      }
    }
    for (Select.Item item : items) {
      if (label(item).equalsIgnoreCase(name)) {
        return Optional.of(item.expression());
      }
    }
    return items.stream()
        .filter(i -> i.expression() instanceof Expression.Star)
        .flatMap(i -> starred((Expression.Star) i.expression(), name).stream())
        .findFirst();
  }

  private Optional<Expression> starred(Expression.Star star, String name) {
    for (Source source : starSources(star)) {
      if (inSource(source, name).isPresent()) {
        return Optional.of(
            new Expression.Column(List.of(new Name(source.alias(), 0), new Name(name, 0))));
      }
    }
    return Optional.empty();
  }

  /** The sources whose columns a star stands for. */
  List<Source> starSources(Expression.Star star) {
    List<Name> qualifier = star.qualifier();
    return sources.stream()
        .filter(s -> qualifier.isEmpty() || s.isNamed(qualifier.get(qualifier.size() - 1).text()))
        .toList();
  }

  /** What the server calls a column of the result. */
  static String label(Select.Item item) {
    if (item.alias().isPresent()) {
      return item.alias().orElseThrow().text();
    }
    return item.expression() instanceof Expression.Column column
        ? column.name().text()
        : item.source();
  }
}
