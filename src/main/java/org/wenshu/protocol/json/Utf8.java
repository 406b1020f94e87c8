package org.wenshu.protocol.json;

/** Measures text in the encoding of the wire. */
public final class Utf8 {
  private Utf8() {}

  /** The bytes that the text takes. */
  public static int length(CharSequence text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else {
        bytes += Character.isSurrogate(c) ? 2 : 3;
      }
    }
    return bytes;
  }
}
