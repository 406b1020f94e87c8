package org.wenshu.generation.grammar.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.generation.grammar.intent.Fact;

/** The condition that a row is one of those an earlier answer showed. */
final class ShownRows {
  private ShownRows() {}

  /** The key is among theirs. */
  static Expression among(Expression key, Fact.Shown shown) {
    if (!shown.statement().isEmpty()) {
      return Expression.form("{} IN ({})", key, new Expression.Fixed(shown.statement()));
    }
    if (shown.values().isEmpty()) {
      return new Expression.Fixed("1 = 0");
    }
    List<Expression> arguments = new ArrayList<>(List.of(key));
    shown.values().forEach(value -> arguments.add(literal(value)));
    String places = String.join(", ", shown.values().stream().map(v -> "{}").toList());
    return shown.values().size() == 1
        ? new Expression.Form("{} = {}", arguments)
        : new Expression.Form("{} IN (" + places + ")", arguments);
  }

  private static Expression literal(Object value) {
    if (value instanceof BigInteger number) {
      return new Expression.Numeric(new BigDecimal(number));
    }
    return value instanceof Number number
        ? new Expression.Numeric(BigDecimal.valueOf(number.longValue()))
        : new Expression.Text((String) value);
  }
}
