package org.wenshu.values;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: without blanks at its ends, full-width forms folded, in lower case.
 * Immutable.
 */
final class FoldedText {
  private final String text;
  private final int[] codePoints;
  private final int distinct;

  /** A set bit for each character, several characters sharing a bit. */
  private final long signature;

  private FoldedText(String text) {
    this.text = text;
    this.codePoints = text.codePoints().toArray();
    this.distinct = (int) Arrays.stream(codePoints).distinct().count();
    long bits = 0;
    for (int c : codePoints) {
      bits |= 1L << (c * 31 ^ c >> 6);
    }
    this.signature = bits;
  }

  static FoldedText of(String original) {
    return new FoldedText(
        Normalizer.normalize(original, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip());
  }

  String text() {
    return text;
  }

  /** The characters; not to be changed. */
  int[] codePoints() {
    return codePoints;
  }

  /** How many different characters there are. */
  int distinct() {
    return distinct;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Rules out most texts that lack a character of the other at the cost of one comparison. */
  boolean mayInclude(FoldedText other) {
    return (other.signature & ~signature) == 0;
  }
}
