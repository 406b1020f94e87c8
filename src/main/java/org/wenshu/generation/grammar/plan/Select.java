package org.wenshu.generation.grammar.plan;

import java.util.List;

/**
 * A statement as a tree.
 *
 * @param limit null for all rows
 */
public record Select(
    boolean distinct,
    List<Output> outputs,
    Source from,
    List<Join> joins,
    List<Expression> where,
    List<Expression> groupBy,
    List<Expression> having,
    List<Sort> orderBy,
    Integer limit) {

  /**
   * A column of the result.
   *
   * @param label its name; empty for the expression's own
   */
  public record Output(Expression expression, String label) {}

  /**
   * What rows come from.
   *
   * @param table a table's name; null when it is a statement
   * @param select a statement; null when it is a table
   * @param alias the name it has here
   */
  public record Source(String table, Select select, String alias) {}

  /** A joined source; outer keeps rows without a partner. */
  public record Join(boolean outer, Source source, Expression on) {}

  /** A sort key. */
  public record Sort(Expression expression, boolean descending) {}
}
