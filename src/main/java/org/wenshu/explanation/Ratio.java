package org.wenshu.explanation;

import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression;

/** A figure held against its predecessor, or against the sum of all. */
record Ratio(Expression figure, boolean growth) {
  /** {@code (x - LAG(x)) * 100 / LAG(x)} and {@code x * 100 / SUM(x) OVER ()}. */
  static Optional<Ratio> of(Expression.Chain chain, Level level) {
    int last = chain.operators().size();
    boolean percent =
        chain.operators().equals(List.of("*", "/"))
            && SqlText.of(chain.operands().get(1)).startsWith("100");
    if (!(percent || chain.operators().equals(List.of("/")))
        || !(chain.operands().get(last) instanceof Expression.Call divisor)
        || divisor.over().isEmpty()
        || divisor.arguments().size() != 1) {
      return Optional.empty();
    }
    Expression part = chain.operands().get(0);
    Expression whole = divisor.arguments().get(0);
    String name = divisor.name();
    if (name.equals("SUM") && isSame(part, whole) && isOverall(divisor)) {
      return Optional.of(new Ratio(part, false));
    }
    return name.equals("LAG") && isDifference(part, whole, divisor) && isByPeriod(divisor, level)
        ? Optional.of(new Ratio(whole, true))
        : Optional.empty();
  }

  private static boolean isOverall(Expression.Call call) {
    return call.over()
        .flatMap(Expression.Over::spec)
        .filter(s -> s.expressions().isEmpty() && s.base().isEmpty())
        .isPresent();
  }

  /** Only what goes before in time is something to grow from. */
  private static boolean isByPeriod(Expression.Call call, Level level) {
    return call.over()
        .flatMap(Expression.Over::spec)
        .filter(s -> s.partitionBy().isEmpty() && s.orderBy().size() == 1)
        .map(s -> s.orderBy().get(0))
        .filter(o -> !Superlative.isDescending(o) && isPeriod(o.expression(), level))
        .isPresent();
  }

  private static boolean isPeriod(Expression expression, Level level) {
    if (expression instanceof Expression.Column column) {
      return level
          .resolve(column)
          .filter(Resolved.Computed.class::isInstance)
          .map(Resolved.Computed.class::cast)
          .filter(c -> isPeriod(c.expression(), c.within()))
          .isPresent();
    }
    return Periods.of(expression).isPresent();
  }

  private static boolean isDifference(
      Expression part, Expression whole, Expression.Call predecessor) {
    return part.transparent().isPresent()
        && part.transparent().get() instanceof Expression.Chain difference
        && difference.operators().equals(List.of("-"))
        && isSame(difference.operands().get(0), whole)
        && isSame(difference.operands().get(1), predecessor);
  }

  private static boolean isSame(Expression one, Expression other) {
    return SqlText.of(one).equals(SqlText.of(other));
  }

  Term term(Words words, Terms terms, Level level, Level view) {
    String name = terms.of(figure, level, view).in(words);
    return Term.of(
        growth
            ? words.say("%s的环比增长率", "growth rate of the %s", name)
            : words.say("%s的占比", "share of the %s", name),
        Term.Kind.MEASURE);
  }
}
