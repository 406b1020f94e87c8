package org.wenshu.explanation;

import java.util.List;
import org.wenshu.explanation.Explanation.Intent;
import org.wenshu.sql.tree.Expression;

/** Tells what kind of question a statement answers. */
final class Intents {
  private Intents() {}

  static Intent of(Reading reading) {
    if (!(reading instanceof Level level)) {
      Reading.Combined combined = (Reading.Combined) reading;
      boolean held = combined.operators().stream().anyMatch(o -> !o.startsWith("UNION"));
      return held ? Intent.COMPARE : of(combined.parts().get(0));
    }
    if (isTrend(level)) {
      return Intent.TREND;
    }
    if (Ranked.of(level).isPresent() || (level.limit().isPresent() && !level.orderBy().isEmpty())) {
      return Intent.RANK;
    }
    if (isComparison(level)) {
      return Intent.COMPARE;
    }
    return figures(level);
  }

  private static boolean isTrend(Level level) {
    boolean spans =
        level.select().groupBy().stream()
            .anyMatch(g -> Periods.of(level.labelled(g.expression())).isPresent());
    boolean passedOn =
        level.sources().size() == 1
            && level.sources().get(0).level().filter(Intents::isTrend).isPresent();
    return spans || passedOn;
  }

  private static boolean isComparison(Level level) {
    List<Expression> shown = level.select().items().stream().map(i -> i.expression()).toList();
    return shown.stream().anyMatch(Intents::hasWindow)
        || level.conditions().stream().anyMatch(c -> isHeldAgainstFigure(c, level));
  }

  private static boolean hasWindow(Expression expression) {
    return (expression instanceof Expression.Call call && call.over().isPresent())
        || expression.children().stream().anyMatch(Intents::hasWindow);
  }

  private static boolean isHeldAgainstFigure(Expression condition, Level level) {
    return condition instanceof Expression.Chain chain
        && !chain.operators().get(0).endsWith("IN")
        && chain.operands().stream()
            .filter(Expression.SubQuery.class::isInstance)
            .anyMatch(o -> level.read(((Expression.SubQuery) o).query()).first().isAggregated());
  }

  private static Intent figures(Level level) {
    List<Expression> shown = level.select().items().stream().map(i -> i.expression()).toList();
    boolean counts = shown.stream().anyMatch(e -> hasAggregate(e, true));
    boolean others = shown.stream().anyMatch(e -> hasAggregate(e, false));
    if (counts && !others) {
      return Intent.COUNT;
    }
    boolean inside =
        level.sources().stream().anyMatch(s -> s.level().filter(Level::isAggregated).isPresent());
    return counts || others || level.isGrouped() || inside ? Intent.AGGREGATE : Intent.SELECT;
  }

  private static boolean hasAggregate(Expression expression, boolean count) {
    return (expression instanceof Expression.Call call
            && Summaries.isAggregate(call)
            && call.name().equals("COUNT") == count)
        || expression.children().stream().anyMatch(c -> hasAggregate(c, count));
  }
}
