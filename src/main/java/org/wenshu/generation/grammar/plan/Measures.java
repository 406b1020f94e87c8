package org.wenshu.generation.grammar.plan;

import java.util.List;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.lexicon.ElementRef;

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
    boolean adds =
        measure.function() == Fact.Function.SUM || measure.function() == Fact.Function.AVG;
    if (adds
        && (column.column().kind().isTemporal()
            || Display.isReference(column.table(), column.column()))) {
      throw new NotPlanned(
          "字段 " + column + " 不能求和或求平均", "Column " + column + " cannot be added up");
    }
  }

  /** A statement with one aggregate of a whole column. */
  static Select single(Fact.Function function, ElementRef column, Scope scope) {
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
