package org.wenshu.explanation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.tree.Expression;

/**
 * A condition that keeps the first rows of each group.
 *
 * @param predicate the condition
 * @param rows how many are kept
 * @param window what numbers the rows
 * @param within the SELECT that numbers them
 */
record Ranked(Expression predicate, long rows, Expression.WindowSpec window, Level within) {
  private static final Set<String> NUMBERING = Set.of("ROW_NUMBER", "RANK", "DENSE_RANK");

  static Optional<Ranked> of(Level level) {
    return level.conditions().stream().flatMap(c -> of(c, level).stream()).findFirst();
  }

  private static Optional<Ranked> of(Expression predicate, Level level) {
    if (!(predicate instanceof Expression.Chain chain)
        || chain.operands().size() != 2
        || !(chain.operands().get(0) instanceof Expression.Column column)
        || !(chain.operands().get(1) instanceof Expression.Literal bound)) {
      return Optional.empty();
    }
    long last = last(chain.operators(), bound);
    if (last < 1 || !(level.resolve(column).orElse(null) instanceof Resolved.Computed computed)) {
      return Optional.empty();
    }
    return computed.expression() instanceof Expression.Call call && NUMBERING.contains(call.name())
        ? call.over()
            .flatMap(Expression.Over::spec)
            .filter(s -> s.base().isEmpty() && !s.orderBy().isEmpty())
            .map(s -> new Ranked(predicate, last, s, computed.within()))
        : Optional.empty();
  }

  private static long last(List<String> operators, Expression.Literal bound) {
    long number = bound.integer().orElse(0L);
    return switch (operators.get(0)) {
      case "<=" -> number;
      case "<" -> number - 1;
      case "=" -> number == 1 ? 1 : 0;
      default -> 0;
    };
  }
}
