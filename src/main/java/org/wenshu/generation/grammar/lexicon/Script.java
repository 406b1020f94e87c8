package org.wenshu.generation.grammar.lexicon;

/** Tells Chinese characters from Latin letters. */
final class Script {
  private Script() {}

  static boolean isHan(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  static boolean isLatin(char c) {
    return Character.isLetter(c) && !isHan(c);
  }

  static boolean startsHan(String text) {
    return !text.isEmpty() && isHan(text.charAt(0));
  }

  static boolean hasHan(String text) {
    return text.chars().anyMatch(Script::isHan);
  }
}
