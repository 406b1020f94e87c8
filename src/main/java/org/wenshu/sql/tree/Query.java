package org.wenshu.sql.tree;

import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression.OrderItem;

/**
 * A query expression: a body with what stands before and after it.
 *
 * @param with the common tables declared for it
 * @param body what yields the rows
 * @param orderBy empty when unsorted
 * @param limit how many rows at most
 */
public record Query(With with, Body body, List<OrderItem> orderBy, Optional<Limit> limit) {
  /** What yields rows. */
  public sealed interface Body permits Select, SetOperation, Parenthesised {
    /** Where it starts in the source. */
    int position();
  }

  /** A query in parentheses. */
  public record Parenthesised(int position, Query query) implements Body {}

  /**
   * Bodies combined from left to right; INTERSECT binds tighter, as the server knows.
   *
   * @param parts at least two
   * @param operators one fewer than parts, such as {@code UNION ALL}
   */
  public record SetOperation(List<Body> parts, List<String> operators) implements Body {
    @Override
    public int position() {
      return parts.get(0).position();
    }
  }

  /** {@code LIMIT}, both in rows. */
  public record Limit(String count, Optional<String> offset) {}

  /** {@code WITH}; without tables when there is none. */
  public record With(boolean recursive, List<CommonTable> tables) {
    /** No common tables. */
    public static final With NONE = new With(false, List.of());
  }

  /**
   * A common table expression.
   *
   * @param columns the names given to its columns, empty when it keeps its own
   */
  public record CommonTable(Name name, List<Name> columns, Query query) {}
}
