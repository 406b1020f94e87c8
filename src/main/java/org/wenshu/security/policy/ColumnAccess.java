package org.wenshu.security.policy;

/**
 * What a caller may do with a column. Immutable.
 *
 * @param mask SQL that is shown instead of a masked value; empty unless masked
 */
public record ColumnAccess(Kind kind, String mask) {
  /** The column as it is. */
  public static final ColumnAccess PLAIN = new ColumnAccess(Kind.PLAIN, "");

  /** As if the column did not exist. */
  public static final ColumnAccess HIDDEN = new ColumnAccess(Kind.HIDDEN, "");

  /** From the widest to the strictest. */
  public enum Kind {
    PLAIN,
    MASKED,
    HIDDEN
  }

  static ColumnAccess masked(String expression) {
    return new ColumnAccess(Kind.MASKED, expression.isEmpty() ? "NULL" : expression);
  }
}
