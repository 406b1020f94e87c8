package org.wenshu.generation.grammar.plan;

import java.math.BigDecimal;
import org.wenshu.generation.grammar.intent.Comparison;
import org.wenshu.generation.grammar.intent.Fact;

/** Whether two conditions on the same column can hold for the same row. */
final class Contradiction {
  private Contradiction() {}

  static boolean between(Fact.Condition one, Fact.Condition other) {
    if (one.negated() || other.negated()) {
      return false;
    }
    if (one.comparison() == Comparison.EQ && other.comparison() == Comparison.EQ) {
      return one.values().get(0).fact() == null && other.values().get(0).fact() == null;
    }
    return apart(one, other) || apart(other, one);
  }

  /** Below a number and above a number that is not smaller. */
  private static boolean apart(Fact.Condition below, Fact.Condition above) {
    boolean opposite =
        (below.comparison() == Comparison.LT || below.comparison() == Comparison.LE)
            && (above.comparison() == Comparison.GT || above.comparison() == Comparison.GE);
    BigDecimal most = opposite ? below.values().get(0).number() : null;
    BigDecimal least = opposite ? above.values().get(0).number() : null;
    return most != null && least != null && most.compareTo(least) <= 0;
  }
}
