package org.wenshu.protocol.json;

/**
 * Halves of characters, which JSON can hold as escapes but UTF-8 cannot: an id made of them has to
 * come back as it was sent.
 */
public final class Surrogates {
  private Surrogates() {}

  /** The JSON text, with every lone surrogate as an escape. */
  public static String escapeLone(String json) {
    int first = nextLone(json, 0);
    if (first < 0) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    int from = 0;
    for (int at = first; at >= 0; at = nextLone(json, from)) {
      escaped.append(json, from, at).append("\\u");
      escaped.append(Integer.toHexString(json.charAt(at)));
      from = at + 1;
    }
    return escaped.append(json, from, json.length()).toString();
  }

  private static int nextLone(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
