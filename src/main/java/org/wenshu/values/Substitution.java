package org.wenshu.values;

import java.util.List;

/**
 * One predicate that value linking replaced (contract of the text2sql stream, section 9.4).
 *
 * @param group the dictionary group, such as {@code department}
 * @param from the predicate as written
 * @param to the predicate that took its place
 * @param rule the quality class of the match
 * @param ambiguous whether another value matched equally well
 * @param alternatives at most five other values that matched
 */
public record Substitution(
    String group,
    String from,
    String to,
    String rule,
    boolean ambiguous,
    List<String> alternatives) {
  /** Copies the list. */
  public Substitution {
    alternatives = List.copyOf(alternatives);
  }
}
