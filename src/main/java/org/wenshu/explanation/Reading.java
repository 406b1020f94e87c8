package org.wenshu.explanation;

import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Query;

/** A query with its names looked up: one SELECT, or several combined. */
sealed interface Reading permits Level, Reading.Combined {
  /**
   * Readings combined, or one whose rows are sorted and cut again.
   *
   * @param operators one fewer than parts, such as {@code UNION ALL}
   */
  record Combined(
      List<Reading> parts,
      List<String> operators,
      List<OrderItem> orderBy,
      Optional<Query.Limit> limit)
      implements Reading {}

  /** The SELECT that names the columns. */
  default Level first() {
    return this instanceof Level level ? level : ((Combined) this).parts().get(0).first();
  }
}
