package org.wenshu.conversation.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.conversation.subject.RowSource.Cell;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.TableReference;
import org.wenshu.sql.tree.TableReference.Derived;
import org.wenshu.sql.tree.TableReference.Join;
import org.wenshu.sql.tree.TableReference.JsonTable;
import org.wenshu.sql.tree.TableReference.Named;

/** What one FROM clause reads, and which of its columns are equal. Confined to one SELECT. */
final class FromRows {
  private static final Set<String> CONJUNCTION = Set.of("AND", "&&");

  private final QueryRows queries;
  private final CommonRows common;
  private final List<Placed> placed = new ArrayList<>();
  private final List<Equality> equalities = new ArrayList<>();
  private boolean mergesColumns;

  /** Two columns that have the same value in every row. */
  record Equality(Located one, Located other) {}

  /** A column of something the clause reads. */
  record Located(Placed place, Cell cell) {
    boolean isUnique() {
      return place.rows().isUnique(cell);
    }
  }

  FromRows(QueryRows queries, CommonRows common) {
    this.queries = queries;
    this.common = common;
  }

  List<Placed> placed() {
    return placed;
  }

  List<Equality> equalities() {
    return equalities;
  }

  /** Whether {@code *} shows some columns of two tables as one. */
  boolean mergesColumns() {
    return mergesColumns;
  }

  void read(List<TableReference> references) {
    references.forEach(this::read);
  }

  private void read(TableReference reference) {
    if (reference instanceof Named named) {
      String name = named.alias().orElse(named.name()).text();
      placed.add(new Placed(name, queries.rows(named, common)));
    } else if (reference instanceof Derived derived) {
      RowSource rows = queries.rows(derived.query(), common);
      List<String> labels = derived.columns().stream().map(Name::text).toList();
      placed.add(new Placed(derived.alias().text(), rows.labelled(labels)));
    } else if (reference instanceof JsonTable table) {
      placed.add(new Placed(table.alias().text(), RowSource.UNKNOWN));
    } else if (reference instanceof TableReference.Parenthesised parenthesised) {
      read(parenthesised.references());
    } else if (reference instanceof Join join) {
      join(join);
    }
  }

  private void join(Join join) {
    int before = placed.size();
    read(join.left());
    int between = placed.size();
    read(join.right());
    List<Placed> left = List.copyOf(placed.subList(before, between));
    List<Placed> right = List.copyOf(placed.subList(between, placed.size()));
    if (join.words().contains("LEFT")) {
      right.forEach(Placed::makeOptional);
    } else if (join.words().contains("RIGHT")) {
      left.forEach(Placed::makeOptional);
    }
    join.on().ifPresent(this::holds);
    join.using().forEach(name -> equal(name.text(), left, right));
    mergesColumns |= join.natural() || !join.using().isEmpty();
  }

  private void equal(String column, List<Placed> left, List<Placed> right) {
    Optional<Located> one = located(column, left);
    Optional<Located> other = located(column, right);
    if (one.isPresent() && other.isPresent()) {
      equalities.add(new Equality(one.get(), other.get()));
    }
  }

  /** Notes what a condition that holds for every row says of equal columns. */
  void holds(Expression condition) {
    if (condition instanceof Expression.Parenthesised parenthesised) {
      holds(parenthesised.inner());
    } else if (condition instanceof Expression.Chain chain) {
      if (CONJUNCTION.containsAll(chain.operators())) {
        chain.operands().forEach(this::holds);
      } else if (chain.operators().equals(List.of("="))) {
        equal(chain.operands().get(0), chain.operands().get(1));
      }
    }
  }

  private void equal(Expression one, Expression other) {
    Optional<Located> left = located(one);
    Optional<Located> right = located(other);
    if (left.isPresent() && right.isPresent()) {
      equalities.add(new Equality(left.get(), right.get()));
    }
  }

  /** The column that the expression is, parentheses and plus signs apart. */
  Optional<Located> located(Expression expression) {
    if (expression.transparent().isPresent()) {
      return located(expression.transparent().get());
    }
    return expression instanceof Expression.Column column ? located(column) : Optional.empty();
  }

  private Optional<Located> located(Expression.Column column) {
    List<Name> path = column.path();
    String label = column.name().text();
    return path.size() == 1
        ? located(label, placed)
        : located(label, named(path.get(path.size() - 2).text()));
  }

  private static Optional<Located> located(String label, List<Placed> among) {
    return among.stream()
        .flatMap(p -> p.cell(label).map(c -> new Located(p, c)).stream())
        .findFirst();
  }

  List<Placed> named(String qualifier) {
    return placed.stream().filter(p -> p.isNamed(qualifier)).toList();
  }
}
