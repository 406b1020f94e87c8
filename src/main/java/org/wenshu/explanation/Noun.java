package org.wenshu.explanation;

import java.util.List;

/**
 * What rows are called.
 *
 * @param rows several of them
 * @param row one of them
 * @param conditions which of them
 */
record Noun(String rows, String row, List<Clause> conditions) {
  boolean isWhole() {
    return conditions.isEmpty();
  }

  /** Which rows: the conditions with the noun. */
  String in(Words words, String noun) {
    if (isWhole()) {
      return noun;
    }
    List<String> relatives = conditions.stream().map(Clause::relative).toList();
    return words.isChinese()
        ? String.join("且", relatives) + "的" + noun
        : noun + " " + String.join(" and ", relatives);
  }

  /** The conditions where the noun has been said before. */
  String those(Words words) {
    return in(words, words.say("记录", "those"));
  }
}
