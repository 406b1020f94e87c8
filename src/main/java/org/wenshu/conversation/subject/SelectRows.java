package org.wenshu.conversation.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenshu.conversation.subject.FromRows.Located;
import org.wenshu.conversation.subject.RowSource.Cell;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Aggregates;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Expression.Star;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Select;

/** Tells what the rows of one SELECT are. Confined to it. */
final class SelectRows {
  private final Select select;
  private final List<OrderItem> orderBy;
  private final FromRows from;
  private final RowIdentity identity;

  SelectRows(QueryRows queries, CommonRows common, Select select, List<OrderItem> orderBy) {
    this.select = select;
    this.orderBy = orderBy;
    this.from = new FromRows(queries, common);
    from.read(select.from());
    select.where().ifPresent(from::holds);
    this.identity = new RowIdentity(from);
  }

  RowSource rows() {
    Optional<Placed> main = main().filter(p -> p.rows().table().isPresent());
    RowSource rows =
        new RowSource(
            main.flatMap(p -> p.rows().table()),
            main.flatMap(p -> p.rows().table()).or(this::first),
            cells(main),
            main.filter(this::occursOnce).isPresent());
    boolean identified = !isDistinct() || rows.columns().stream().anyMatch(rows::isKey);
    return identified ? rows : rows.withoutTable();
  }

  private Optional<Table> first() {
    return from.placed().stream().flatMap(p -> p.rows().about().stream()).findFirst();
  }

  private Optional<Placed> main() {
    if (!select.groupBy().isEmpty()) {
      return select.rollup() ? Optional.empty() : identity.ofGroups(groups());
    }
    return aggregates() ? Optional.empty() : identity.of(shown());
  }

  /** Groups have one row for each key; other rows of a table come as often as what is joined. */
  private boolean occursOnce(Placed main) {
    return !select.groupBy().isEmpty() || (main.rows().once() && identity.isFixedBy(main));
  }

  private boolean isDistinct() {
    return select.modifiers().stream().anyMatch(m -> m.startsWith("DISTINCT"));
  }

  private boolean aggregates() {
    return Stream.of(
            select.items().stream().map(Select.Item::expression),
            select.having().stream(),
            orderBy.stream().map(OrderItem::expression))
        .flatMap(e -> e)
        .anyMatch(Aggregates::occurIn);
  }

  private List<Expression> groups() {
    return select.groupBy().stream().map(g -> spelledOut(g.expression())).toList();
  }

  /** A group may be named by the number or the alias of an item. */
  private Expression spelledOut(Expression group) {
    if (group instanceof Expression.Literal literal) {
      return literal
          .integer()
          .filter(n -> n >= 1 && n <= select.items().size())
          .map(n -> select.items().get((int) (n - 1)).expression())
          .orElse(group);
    }
    return from.located(group).isPresent() ? group : aliased(group).orElse(group);
  }

  private Optional<Expression> aliased(Expression group) {
    return group instanceof Expression.Column column && column.path().size() == 1
        ? select.items().stream()
            .filter(i -> i.alias().filter(a -> a.matches(column.name().text())).isPresent())
            .map(Select.Item::expression)
            .findFirst()
        : Optional.empty();
  }

  /** What the items show something of. */
  private List<Placed> shown() {
    List<Placed> shown = new ArrayList<>();
    select.items().forEach(i -> collect(i.expression(), shown));
    return shown.stream().distinct().toList();
  }

  private void collect(Expression expression, List<Placed> shown) {
    if (expression instanceof Star star) {
      shown.addAll(starred(star));
    }
    from.located(expression).map(Located::place).ifPresent(shown::add);
    expression.children().forEach(c -> collect(c, shown));
  }

  private List<Placed> starred(Star star) {
    List<Name> qualifier = star.qualifier();
    return qualifier.isEmpty()
        ? from.placed()
        : from.named(qualifier.get(qualifier.size() - 1).text());
  }

  private List<Cell> cells(Optional<Placed> main) {
    List<Cell> cells = new ArrayList<>();
    for (Select.Item item : select.items()) {
      if (!(item.expression() instanceof Star star)) {
        cells.add(cell(item, main));
      } else if (!addStar(star, main, cells)) {
        return List.of();
      }
    }
    return cells;
  }

  /** Whether it is known which columns it stands for. */
  private boolean addStar(Star star, Optional<Placed> main, List<Cell> cells) {
    if (star.qualifier().isEmpty() && from.mergesColumns()) {
      return false;
    }
    List<Placed> starred = starred(star);
    for (Placed place : starred) {
      boolean own = main.filter(m -> m == place).isPresent();
      place.rows().columns().forEach(c -> cells.add(own ? c : foreign(c.label())));
    }
    return starred.stream().noneMatch(p -> p.rows().columns().isEmpty());
  }

  private Cell cell(Select.Item item, Optional<Placed> main) {
    Optional<Located> located = from.located(item.expression());
    String label =
        item.alias()
            .map(Name::text)
            .or(() -> located.map(l -> l.cell().label()))
            .orElse(item.source());
    return located
        .filter(l -> main.filter(m -> m == l.place()).isPresent())
        .map(l -> new Cell(label, l.cell().origin()))
        .orElseGet(() -> foreign(label));
  }

  private static Cell foreign(String label) {
    return new Cell(label, Optional.empty());
  }
}
