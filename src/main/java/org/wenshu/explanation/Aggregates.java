package org.wenshu.explanation;

import java.util.Locale;
import java.util.Set;
import org.wenshu.sql.tree.Expression;

/** Functions over many rows. */
final class Aggregates {
  private static final Set<String> NAMES =
      Set.of(
          "COUNT",
          "SUM",
          "AVG",
          "MIN",
          "MAX",
          "GROUP_CONCAT",
          "STD",
          "STDDEV",
          "STDDEV_POP",
          "STDDEV_SAMP",
          "VARIANCE",
          "VAR_POP",
          "VAR_SAMP",
          "BIT_AND",
          "BIT_OR",
          "BIT_XOR",
          "JSON_ARRAYAGG",
          "JSON_OBJECTAGG",
          "ANY_VALUE");

  private Aggregates() {}

  static boolean isAggregate(Expression.Call call) {
    return call.over().isEmpty() && NAMES.contains(name(call));
  }

  /** Whether one is in the expression itself, sub-queries apart. */
  static boolean isIn(Expression expression) {
    return (expression instanceof Expression.Call call && isAggregate(call))
        || expression.children().stream().anyMatch(Aggregates::isIn);
  }

  static String name(Expression.Call call) {
    return call.name().toUpperCase(Locale.ROOT);
  }
}
