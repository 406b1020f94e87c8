package org.wenshu.explanation;

import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;

/** What the name of a column stands for. */
sealed interface Resolved {
  /** The SELECT in which the name was found. */
  Level level();

  /** A column of the catalogue. */
  record Stored(Level level, Source source, Table table, org.wenshu.schema.Column column)
      implements Resolved {}

  /**
   * A column of a derived table, or a label of the same SELECT.
   *
   * @param expression what it is, inside its own SELECT
   * @param within the SELECT that computes it
   */
  record Computed(Level level, String name, Expression expression, Level within)
      implements Resolved {}
}
