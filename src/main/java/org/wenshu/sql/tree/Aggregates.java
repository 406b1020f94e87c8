package org.wenshu.sql.tree;

import java.util.Set;
import org.wenshu.sql.tree.Expression.Call;

/**
 * The functions that make one row of many. {@code ANY_VALUE} is none of them: without a GROUP BY it
 * leaves the rows as they are.
 */
public final class Aggregates {
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
          "VAR_POP",
          "VAR_SAMP",
          "VARIANCE",
          "BIT_AND",
          "BIT_OR",
          "BIT_XOR",
          "JSON_ARRAYAGG",
          "JSON_OBJECTAGG");

  private Aggregates() {}

  /** Whether the call makes one row of many; over a window it does not. */
  public static boolean isAggregate(Call call) {
    return call.over().isEmpty() && NAMES.contains(call.name());
  }

  /** Whether one occurs in the expression, outside windows and sub-queries. */
  public static boolean occurIn(Expression expression) {
    return (expression instanceof Call call && isAggregate(call))
        || expression.children().stream().anyMatch(Aggregates::occurIn);
  }
}
