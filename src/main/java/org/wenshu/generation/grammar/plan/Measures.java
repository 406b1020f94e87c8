package org.wenshu.generation.grammar.plan;

import java.util.List;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.schema.Column;
import org.wenshu.schema.ValueKind;

/** Aggregates as expressions. */
final class Measures {
  private Measures() {}

  static Expression of(Fact.Measure measure, Resolver resolver, Scope scope) {
    boolean rows =
        measure.function() == Fact.Function.COUNT
            && !measure.distinct()
            && (measure.operand() == null || measure.operand().isTable());
    if (rows) {
      return new Expression.Fixed("COUNT(*)");
    }
    ElementRef column = resolver.column(measure.operand());
    check(measure, column);
    String distinct = measure.distinct() ? "DISTINCT " : "";
    return Expression.form(measure.function() + "(" + distinct + "{})", scope.column(column));
  }

  private static void check(Fact.Measure measure, ElementRef column) {
    switch (measure.function()) {
      case SUM, AVG -> Plausibility.added(column);
      case MAX, MIN -> Plausibility.ranked(column);
      case COUNT -> {} // anything can be counted
    }
  }

  /** Whether a text column is known to hold something else than numbers. */
  static boolean holdsNoNumbers(Column column) {
    if (column.kind() != ValueKind.TEXT || column.sampleValues().isEmpty()) {
      return false;
    }
    int numbers = 0;
    for (String value : column.sampleValues()) {
      numbers += !value.isEmpty() && Character.isDigit(value.charAt(0)) ? 1 : 0;
    }
    return numbers * 2 < column.sampleValues().size();
  }

  /** A statement with one aggregate of a whole column. */
  static Select single(Fact.Function function, ElementRef column, Scope scope) {
    if (holdsNoNumbers(column.column())) {
      throw new NotPlanned("字段 " + column + " 不是数字", "Column " + column + " holds no numbers");
    }
    Expression value = Expression.form(function + "({})", scope.column(column));
    return new Select(
        false,
        List.of(new Select.Output(value, "")),
        scope.source(),
        scope.joins(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }
}
