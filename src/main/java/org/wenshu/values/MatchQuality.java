package org.wenshu.values;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How well a literal abbreviates a value, best first (contract of the text2sql stream, section 9.3,
 * rule 5).
 */
enum MatchQuality {
  EXACT("exact"),
  PREFIX("prefix"),
  SUBSTRING("substring"),
  /** All characters in their order, with gaps. */
  SUBSEQUENCE("subsequence"),
  /** All characters in any order, each as often as in the literal. */
  COUNTED_INCLUSION("counted-inclusion"),
  /** All characters in any order, however often. */
  INCLUSION("inclusion");

  private final String rule;

  MatchQuality(String rule) {
    this.rule = rule;
  }

  /** Its name in reports. */
  String rule() {
    return rule;
  }

  /** The best class that fits the two, both folded; empty when none does. */
  static Optional<MatchQuality> of(FoldedText literal, FoldedText value) {
    if (literal.isEmpty() || !value.mayInclude(literal)) {
      return Optional.empty();
    }
    int at = value.text().indexOf(literal.text());
    if (at == 0) {
      return Optional.of(value.text().length() == literal.text().length() ? EXACT : PREFIX);
    }
    if (at > 0) {
      return Optional.of(SUBSTRING);
    }
    return literal.distinct() < 2 ? Optional.empty() : scattered(literal, value);
  }

  private static Optional<MatchQuality> scattered(FoldedText literal, FoldedText value) {
    if (isSubsequence(literal.codePoints(), value.codePoints())) {
      return Optional.of(SUBSEQUENCE);
    }
    Map<Integer, Integer> counts = new HashMap<>();
    for (int c : value.codePoints()) {
      counts.merge(c, 1, Integer::sum);
    }
    boolean counted = true;
    for (int c : literal.codePoints()) {
      Integer left = counts.get(c);
      if (left == null) {
        return Optional.empty();
      }
      counted &= left > 0;
      counts.put(c, left - 1);
    }
    return Optional.of(counted ? COUNTED_INCLUSION : INCLUSION);
  }

  private static boolean isSubsequence(int[] literal, int[] value) {
    int found = 0;
    for (int i = 0; i < value.length && found < literal.length; i++) {
      if (value[i] == literal[found]) {
        found++;
      }
    }
    return found == literal.length;
  }
}
