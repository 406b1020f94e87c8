package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.explanation.PlannedTables.Place;
import org.wenshu.question.Wording;
import org.wenshu.schema.Column;
import org.wenshu.sql.tree.Expression;

/** What the predicates on one table ask of its indexes. */
final class IndexUse {
  private static final Set<String> SEARCHING =
      Set.of("=", "<=>", "<", ">", "<=", ">=", "BETWEEN", "IN", "LIKE");

  /** Few different values: an index on them leads to much of the table, and is seldom used. */
  private static final int FEW_VALUES = 20;

  private final Place place;

  IndexUse(Place place) {
    this.place = place;
  }

  private List<Expression.Chain> comparisons() {
    List<Expression> predicates = new ArrayList<>(place.level().conditions());
    place.level().sources().stream()
        .flatMap(s -> s.on().stream())
        .forEach(e -> predicates.addAll(Conjunction.of(e)));
    return predicates.stream()
        .filter(Expression.Chain.class::isInstance)
        .map(Expression.Chain.class::cast)
        .filter(c -> SEARCHING.contains(c.operators().get(0)))
        .toList();
  }

  /** Columns that rows are looked for by, none of which is the first of an index. */
  List<Wording> withoutIndex(boolean probed) {
    List<Wording> suggestions = new ArrayList<>();
    for (Expression.Chain chain : comparisons()) {
      for (Expression operand : chain.operands()) {
        Optional<Column> column = own(operand);
        boolean joins = chain.operands().stream().anyMatch(o -> isForeign(o));
        if (column.isPresent() && !isLeadingWildcard(chain) && (probed || !joins)) {
          column
              .filter(c -> !isIndexed(c) && !hasFewValues(c))
              .ifPresent(c -> suggestions.add(index(c)));
        }
      }
    }
    return suggestions;
  }

  private Wording index(Column column) {
    String name = place.table().name() + "." + column.name();
    return new Wording(
        "字段 " + name + " 没有可用的索引，建立索引可以避免全表扫描",
        "There is no index on " + name + "; one would save reading the whole table");
  }

  /** Predicates whose form keeps an index that there is from being used. */
  List<Wording> defeated() {
    List<Wording> suggestions = new ArrayList<>();
    for (Expression.Chain chain : comparisons()) {
      Expression left = chain.operands().get(0);
      Optional<Column> column = own(left).filter(c -> isIndexed(c));
      if (column.isPresent() && isLeadingWildcard(chain)) {
        suggestions.add(wildcard(column.get()));
      }
      if (left instanceof Expression.Call call) {
        call.arguments().stream()
            .flatMap(a -> own(a).stream())
            .filter(c -> isIndexed(c))
            .findFirst()
            .ifPresent(c -> suggestions.add(function(call.name(), c)));
      }
    }
    return suggestions;
  }

  private Wording wildcard(Column column) {
    String name = place.table().name() + "." + column.name();
    return new Wording(
        "对 " + name + " 的 LIKE 以通配符开头，无法使用该字段的索引",
        "The LIKE on " + name + " starts with a wildcard and cannot use the column's index");
  }

  private Wording function(String function, Column column) {
    String name = place.table().name() + "." + column.name();
    return new Wording(
        "条件对 " + name + " 使用了函数 " + function + "，无法使用该字段的索引；可改为对字段本身的范围条件",
        "The condition calls "
            + function
            + " on "
            + name
            + " and cannot use the column's index; compare the column itself with a range");
  }

  private Optional<Column> own(Expression expression) {
    return expression instanceof Expression.Column column
        ? place
            .level()
            .resolve(column)
            .filter(Resolved.Stored.class::isInstance)
            .map(Resolved.Stored.class::cast)
            .filter(s -> s.source().equals(place.source()))
            .map(Resolved.Stored::column)
        : Optional.empty();
  }

  private boolean isForeign(Expression expression) {
    return expression instanceof Expression.Column && own(expression).isEmpty();
  }

  private boolean isIndexed(Column column) {
    return column.key() != Column.Key.NONE
        || place.table().primaryKey().stream().limit(1).anyMatch(column.name()::equals);
  }

  private static boolean hasFewValues(Column column) {
    return !column.sampleValues().isEmpty() && column.sampleValues().size() <= FEW_VALUES;
  }

  private static boolean isLeadingWildcard(Expression.Chain chain) {
    return chain.operators().get(0).equals("LIKE")
        && chain.operands().get(1) instanceof Expression.Literal literal
        && literal.string().filter(s -> s.startsWith("%") || s.startsWith("_")).isPresent();
  }
}
