package org.wenshu.client.cli;

/** How wide a text is on a terminal: Chinese characters take two columns, marks none. */
final class TextWidth {
  private TextWidth() {}

  /** The width of a text, in columns. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The width of a character, in columns. */
  static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  /** The blocks of the East Asian scripts, full-width forms and pictures. */
  private static boolean isWide(int c) {
    return between(c, 0x1100, 0x115f)
        || between(c, 0x2e80, 0x303e)
        || between(c, 0x3041, 0x33ff)
        || between(c, 0x3400, 0x4dbf)
        || between(c, 0x4e00, 0xa4cf)
        || between(c, 0xac00, 0xd7a3)
        || between(c, 0xf900, 0xfaff)
        || between(c, 0xfe30, 0xfe4f)
        || between(c, 0xff00, 0xff60)
        || between(c, 0xffe0, 0xffe6)
        || between(c, 0x1f300, 0x1f64f)
        || between(c, 0x1f900, 0x1f9ff)
        || between(c, 0x20000, 0x3fffd);
  }

  private static boolean between(int c, int first, int last) {
    return c >= first && c <= last;
  }

  /** The text, cut to a width, with a dot at its end where something was cut off. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      used += of(c);
      if (used > width - 1) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append('…').toString();
  }

  /** The text, filled up to a width with spaces on its right or its left. */
  static String fill(String text, int width, boolean right) {
    String spaces = " ".repeat(Math.max(0, width - of(text)));
    return right ? spaces + text : text + spaces;
  }
}
