package org.wenshu.question;

/**
 * Which rows of an answer are wanted. What the question itself asks for ("the first ten") is never
 * exceeded.
 *
 * @param limit how many at most, from 1
 * @param offset how many to leave out before them, from 0
 */
public record RowWindow(int limit, int offset) {
  /** Rejects what is no window. */
  public RowWindow {
    if (limit < 1 || offset < 0) {
      throw new IllegalArgumentException("No window: " + limit + " rows after " + offset);
    }
  }
}
