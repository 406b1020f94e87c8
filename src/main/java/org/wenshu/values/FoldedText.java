package org.wenshu.values;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: without blanks at its ends, full-width forms folded, in lower case.
 *
 * @param text the folded text
 * @param codePoints its characters
 * @param distinct how many different ones
 * @param signature a set bit for each character, several characters sharing a bit
 */
record FoldedText(String text, int[] codePoints, int distinct, long signature) {
  static FoldedText of(String original) {
    String text =
        Normalizer.normalize(original, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    int[] codePoints = text.codePoints().toArray();
    long signature = 0;
    for (int c : codePoints) {
      signature |= 1L << (c * 31 ^ c >> 6);
    }
    return new FoldedText(
        text, codePoints, (int) Arrays.stream(codePoints).distinct().count(), signature);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Rules out most texts that lack a character of the other at the cost of one comparison. */
  boolean mayInclude(FoldedText other) {
    return (other.signature & ~signature) == 0;
  }
}
