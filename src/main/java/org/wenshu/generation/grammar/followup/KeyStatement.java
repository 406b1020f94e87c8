package org.wenshu.generation.grammar.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.schema.Column;
import org.wenshu.schema.Table;
import org.wenshu.sql.parser.ReadTables;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.QueryWriter;
import org.wenshu.sql.tree.Select;
import org.wenshu.sql.tree.TableReference;

/**
 * An earlier statement changed to give the keys of the rows it gave. Its order goes unless a limit
 * makes it matter. Confined to one statement.
 */
final class KeyStatement {
  private static final String KEY = "earlier_key";
  private final Query query;
  private final Select select;
  private final Name source;
  private final Column key;

  private KeyStatement(Query query, Select select, Name source, Column key) {
    this.query = query;
    this.select = select;
    this.source = source;
    this.key = key;
  }

  /** The statement; empty where the keys cannot be had from it. */
  static Optional<String> of(String sql, Table table, Column key) {
    return ReadTables.query(sql)
        .filter(query -> query.body() instanceof Select)
        .flatMap(
            query -> {
              Select select = (Select) query.body();
              return source(select.from(), table)
                  .flatMap(source -> new KeyStatement(query, select, source, key).text());
            });
  }

  private Optional<String> text() {
    boolean limited = query.limit().isPresent();
    boolean distinct = !select.modifiers().isEmpty();
    if (select.rollup() || !isGrouped() || usesAlias() || (distinct && limited)) {
      return Optional.empty();
    }
    List<OrderItem> order =
        limited ? query.orderBy().stream().map(this::spelledOut).toList() : List.of();
    Select.Item only = new Select.Item(column(), Optional.of(name(KEY)), key.name());
    Select keys =
        new Select(
            0,
            List.of(),
            List.of(only),
            select.from(),
            select.where(),
            select.groupBy(),
            false,
            select.having(),
            select.windows());
    String inner = QueryWriter.write(new Query(query.with(), keys, order, query.limit()));
    return Optional.of(limited ? kept(inner, query.limit().orElseThrow().count()) : inner);
  }

  /**
   * A limit is not allowed directly behind IN. One level further in, MariaDB 11.4 loses it when the
   * statement is grouped by the key; said twice, it holds.
   */
  private static String kept(String limited, String rows) {
    return "SELECT %1$s FROM (SELECT %1$s FROM (%2$s) AS earlier_answer LIMIT %3$s) AS earlier_rows"
        .formatted(KEY, limited, rows);
  }

  private Expression column() {
    return new Expression.Column(List.of(source, name(key.name())));
  }

  private static Name name(String text) {
    return new Name(text, 0);
  }

  /** Groups give keys only when they are groups of one row each. */
  private boolean isGrouped() {
    return select.groupBy().isEmpty()
        || select.groupBy().stream().anyMatch(group -> isKey(group.expression()));
  }

  private boolean isKey(Expression expression) {
    return expression instanceof Expression.Column column
        && column.name().matches(key.name())
        && (column.path().size() == 1
            || column.path().get(column.path().size() - 2).matches(source.text()));
  }

  /** Whether the groups or their conditions go by the name of a column that is no longer there. */
  private boolean usesAlias() {
    return select.groupBy().stream().anyMatch(g -> aliased(g.expression()).isPresent())
        || select.having().filter(this::holdsAlias).isPresent()
        || query.orderBy().stream()
            .anyMatch(o -> aliased(o.expression()).isEmpty() && holdsAlias(o.expression()));
  }

  private boolean holdsAlias(Expression expression) {
    return aliased(expression).isPresent()
        || expression.children().stream().anyMatch(this::holdsAlias);
  }

  private OrderItem spelledOut(OrderItem order) {
    return new OrderItem(aliased(order.expression()).orElse(order.expression()), order.direction());
  }

  /** What goes by the expression when that is a column's alias or number. */
  private Optional<Expression> aliased(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return literal
          .integer()
          .filter(place -> place >= 1 && place <= select.items().size())
          .map(place -> select.items().get((int) (place - 1)).expression());
    }
    return expression instanceof Expression.Column column && column.path().size() == 1
        ? select.items().stream()
            .filter(i -> i.alias().filter(a -> a.matches(column.name().text())).isPresent())
            .map(Select.Item::expression)
            .findFirst()
        : Optional.empty();
  }

  /** The name by which the statement knows the table; empty unless it reads it once. */
  private static Optional<Name> source(List<TableReference> from, Table table) {
    List<Name> found = new ArrayList<>();
    from.forEach(reference -> collect(reference, table, found));
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static void collect(TableReference reference, Table table, List<Name> found) {
    if (reference instanceof TableReference.Named named && named.name().matches(table.name())) {
      found.add(named.alias().orElse(named.name()));
    } else if (reference instanceof TableReference.Join join) {
      collect(join.left(), table, found);
      collect(join.right(), table, found);
    } else if (reference instanceof TableReference.Parenthesised inner) {
      inner.references().forEach(r -> collect(r, table, found));
    }
  }
}
