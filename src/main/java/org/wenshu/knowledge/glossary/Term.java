package org.wenshu.knowledge.glossary;

/**
 * A word of the trade.
 *
 * @param name as it is written in questions
 * @param meaning what it stands for, in words that name tables, columns and values
 */
public record Term(String name, String meaning) {
  /** Neither may be longer. */
  public static final int MOST_CHARS = 200;

  /** Whether both are there and of a length that can stand in a question. */
  boolean isUsable() {
    return isUsable(name) && isUsable(meaning) && !name.equalsIgnoreCase(meaning);
  }

  private static boolean isUsable(String text) {
    return !text.isBlank() && text.length() <= MOST_CHARS;
  }
}
