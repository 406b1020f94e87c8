package org.wenshu.knowledge.glossary;

/**
 * A word of the trade.
 *
 * @param name as it is written in questions
 * @param meaning what it stands for, in words that name tables, columns and values
 * @param inPlace whether the meaning is read as if it stood in the question; else it only explains
 */
public record Term(String name, String meaning, boolean inPlace) {
  /** Neither may be longer. */
  public static final int MOST_CHARS = 200;

  /** A word whose meaning can stand in its place. */
  public Term(String name, String meaning) {
    this(name, meaning, true);
  }

  /** A word that is explained; an explanation that is too long is cut. */
  public static Term explained(String name, String explanation) {
    String told = explanation.strip();
    int end = Math.min(told.length(), MOST_CHARS);
    boolean halved = end < told.length() && Character.isHighSurrogate(told.charAt(end - 1));
    return new Term(name, told.substring(0, halved ? end - 1 : end), false);
  }

  /** The same without space around it. */
  Term stripped() {
    return new Term(name.strip(), meaning.strip(), inPlace);
  }

  /** Whether both are there and of a length that can stand in a question. */
  boolean isUsable() {
    return isUsable(name) && isUsable(meaning) && !name.equalsIgnoreCase(meaning);
  }

  private static boolean isUsable(String text) {
    return !text.isBlank() && text.length() <= MOST_CHARS;
  }
}
