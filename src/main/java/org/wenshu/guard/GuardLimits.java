package org.wenshu.guard;

/**
 * How much one statement may ask for. Bounds on work the server would do without end; the statement
 * timeout of the pool stands behind them.
 *
 * @param maxCharacters the longest statement
 * @param maxNesting how deep queries and parentheses may nest
 * @param maxTables how many table references the whole statement may hold
 * @param maxFreeJoins how many joins of the whole statement may lack a predicate that relates them
 * @param maxRecursion the largest constant that may bound a recursion
 * @param maxStringLength the longest string that REPEAT and its like may build
 */
public record GuardLimits(
    int maxCharacters,
    int maxNesting,
    int maxTables,
    int maxFreeJoins,
    int maxRecursion,
    int maxStringLength) {
  private static final int DEEPEST = 100;

  /** Rejects a nesting that could exhaust the stack. */
  public GuardLimits {
    if (maxNesting > DEEPEST) {
      throw new IllegalArgumentException("At most " + DEEPEST + " levels: " + maxNesting);
    }
  }

  /** Limits no sensible question reaches. */
  public static GuardLimits defaults() {
    return new GuardLimits(20_000, 40, 40, 1, 10_000, 1_000);
  }
}
