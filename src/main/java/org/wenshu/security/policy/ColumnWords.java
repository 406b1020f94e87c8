package org.wenshu.security.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a column's name: {@code userEmail2}, {@code USER_EMAIL} and {@code user-email} are
 * {@code user} and {@code email}. Immutable.
 */
record ColumnWords(List<String> words) {
  private static final Pattern BETWEEN =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  static ColumnWords of(String column) {
    return new ColumnWords(
        Arrays.stream(BETWEEN.split(column))
            .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("[0-9]+$", ""))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** All of it in one word. */
  String joined() {
    return String.join("", words);
  }

  /** Terms to look for: words, or several words in a row, separated by bars. */
  static Pattern terms(String terms) {
    return Pattern.compile(" (?:" + terms + ") ");
  }

  boolean hold(Pattern terms) {
    return terms.matcher(' ' + String.join(" ", words) + ' ').find();
  }

  boolean endWith(Set<String> last) {
    return !words.isEmpty() && last.contains(words.get(words.size() - 1));
  }
}
