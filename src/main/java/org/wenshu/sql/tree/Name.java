package org.wenshu.sql.tree;

/**
 * The name of something, without quotes.
 *
 * @param text as written
 * @param position where it starts in the source
 */
public record Name(String text, int position) {
  /** Whether both are the same but for letter case. */
  public boolean matches(String other) {
    return text.equalsIgnoreCase(other);
  }
}
