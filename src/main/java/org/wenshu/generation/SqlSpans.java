package org.wenshu.generation;

/** Steps over quoted text and comments, as far as finding the end of a statement needs. */
final class SqlSpans {
  private SqlSpans() {}

  /** The position behind the character, quoted text or comment that begins at {@code i}. */
  static int next(String text, int i) {
    char c = text.charAt(i);
    if (c == '\'' || c == '"' || c == '`') {
      return behindQuoted(text, i);
    }
    if (c == '#' || isDashComment(text, i)) {
      return orEnd(text, text.indexOf('\n', i), 0);
    }
    if (text.startsWith("/*", i)) {
      return orEnd(text, text.indexOf("*/", i + 2), 2);
    }
    return i + 1;
  }

  /** A doubled quote is read as two quoted texts side by side, which ends at the same place. */
  private static int behindQuoted(String text, int opening) {
    char quote = text.charAt(opening);
    int i = opening + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' && quote != '`' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }

  private static boolean isDashComment(String text, int i) {
    return text.startsWith("--", i)
        && (i + 2 == text.length() || Character.isWhitespace(text.charAt(i + 2)));
  }

  private static int orEnd(String text, int found, int length) {
    return found < 0 ? text.length() : found + length;
  }
}
