package org.wenshu.values;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A LIKE pattern whose only wildcards are {@code %} at its ends.
 *
 * @param core what is between them
 * @param openStart whether anything may come before
 * @param openEnd whether anything may come behind
 */
record LikePattern(String core, boolean openStart, boolean openEnd) {
  private static final Pattern DELIBERATE = Pattern.compile("[%_\\\\]");

  /** Reads a pattern; empty when it has wildcards or escapes inside, put there on purpose. */
  static Optional<LikePattern> parse(String pattern) {
    int start = 0;
    while (start < pattern.length() && pattern.charAt(start) == '%') {
      start++;
    }
    int end = pattern.length();
    while (end > start && pattern.charAt(end - 1) == '%') {
      end--;
    }
    String core = pattern.substring(start, end);
    return DELIBERATE.matcher(core).find()
        ? Optional.empty()
        : Optional.of(new LikePattern(core, start > 0, end < pattern.length()));
  }

  /** Whether the text matches, letter cases told apart. */
  boolean matches(String text) {
    if (openStart) {
      return openEnd ? text.contains(core) : text.endsWith(core);
    }
    return openEnd ? text.startsWith(core) : text.equals(core);
  }
}
