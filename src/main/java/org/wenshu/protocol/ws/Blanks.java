package org.wenshu.protocol.ws;

/** White space in the widest sense, so that no client's way of trimming finds more of it. */
final class Blanks {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Blanks() {}

  static boolean isBlank(char c) {
    return c <= ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == BYTE_ORDER_MARK;
  }

  static boolean isBlank(CharSequence text) {
    return isBlank(text, text.length());
  }

  static boolean isBlank(CharSequence text, int length) {
    return lengthWithoutTrailing(text, length) == 0;
  }

  static int lengthWithoutTrailing(CharSequence text) {
    return lengthWithoutTrailing(text, text.length());
  }

  static int lengthWithoutTrailing(CharSequence text, int length) {
    int end = length;
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  static int leading(CharSequence text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return start;
  }
}
