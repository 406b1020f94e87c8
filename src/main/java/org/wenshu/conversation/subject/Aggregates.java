package org.wenshu.conversation.subject;

import java.util.Set;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.Call;

/** The functions that make one row of many. */
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
          "VAR_POP",
          "VAR_SAMP",
          "VARIANCE",
          "BIT_AND",
          "BIT_OR",
          "BIT_XOR",
          "JSON_ARRAYAGG",
          "JSON_OBJECTAGG");

  private Aggregates() {}

  /** Whether one occurs outside windows and sub-queries. */
  static boolean occurIn(Expression expression) {
    return (expression instanceof Call call && call.over().isEmpty() && NAMES.contains(call.name()))
        || expression.children().stream().anyMatch(Aggregates::occurIn);
  }
}
