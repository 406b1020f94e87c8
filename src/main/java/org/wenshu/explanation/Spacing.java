package org.wenshu.explanation;

/** Puts a blank between Chinese characters and Latin letters or digits, but not inside quotes. */
final class Spacing {
  private Spacing() {}

  static String of(String text) {
    StringBuilder spaced = new StringBuilder(text.length() + 16);
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!quoted && i > 0 && isBorder(text.charAt(i - 1), c)) {
        spaced.append(' ');
      }
      if (c == '“' || c == '”') {
        quoted = c == '“';
      } else if (c == '`') {
        quoted = !quoted;
      }
      spaced.append(c);
    }
    return spaced.toString();
  }

  private static boolean isBorder(char before, char after) {
    return (isHan(before) && (isLatin(after) || after == '`'))
        || ((isLatin(before) || before == '`') && isHan(after));
  }

  private static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private static boolean isLatin(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
