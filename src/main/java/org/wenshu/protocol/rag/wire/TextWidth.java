package org.wenshu.protocol.rag.wire;

/** The columns that text takes in a fixed-width font: Chinese characters take two. */
final class TextWidth {
  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int character) {
    boolean wide =
        Character.isIdeographic(character)
            || (character >= 0x3000 && character <= 0x30FF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xFF01 && character <= 0xFF60);
    return wide ? 2 : 1;
  }
}
