package org.wenshu.protocol.ws;

/** Finds fences: three backticks, wherever they stand. */
final class Fence {
  static final char BACKTICK = '`';
  static final int LENGTH = 3;
  private static final String MARK = "```";
  private static final int MAX_LINE = 40;

  private Fence() {}

  static int find(StringBuilder text, int from) {
    return text.indexOf(MARK, from);
  }

  /**
   * The length of an opening fence: three backticks, a tag or none, the end of the line; or only
   * three when the line holds more than a tag.
   *
   * @return -1 when what follows decides
   */
  static int openingLength(StringBuilder text, int at, boolean ended) {
    int limit = Math.min(text.length(), at + MAX_LINE);
    int next = at + LENGTH;
    while (next < limit && isTagPart(text.charAt(next))) {
      next++;
    }
    while (next < limit && " \t\r".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    if (next == text.length() && !ended) {
      return limit == text.length() ? -1 : LENGTH;
    }
    boolean lineEnds = next < limit && text.charAt(next) == '\n';
    return lineEnds ? next + 1 - at : LENGTH;
  }

  private static boolean isTagPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "+-_.#".indexOf(c) >= 0;
  }
}
