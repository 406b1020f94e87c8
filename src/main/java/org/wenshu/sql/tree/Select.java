package org.wenshu.sql.tree;

import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Expression.WindowSpec;

/**
 * One SELECT without ORDER BY and LIMIT, which belong to its {@link Query}.
 *
 * @param modifiers such as {@code DISTINCT}
 * @param from empty when it reads no table
 * @param rollup whether {@code WITH ROLLUP} follows the groups
 */
public record Select(
    int position,
    List<String> modifiers,
    List<Item> items,
    List<TableReference> from,
    Optional<Expression> where,
    List<OrderItem> groupBy,
    boolean rollup,
    Optional<Expression> having,
    List<Window> windows)
    implements Query.Body {

  /**
   * One column of the result.
   *
   * @param source the text of the expression, which names the column when no alias does
   */
  public record Item(Expression expression, Optional<Name> alias, String source) {}

  /** A named window. */
  public record Window(Name name, WindowSpec spec) {}
}
