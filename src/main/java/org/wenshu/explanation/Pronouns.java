package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;

/** Says "its share" where the figure itself has just been named. */
final class Pronouns {
  private Pronouns() {}

  static List<String> of(List<String> terms, Words words) {
    List<String> said = new ArrayList<>();
    for (String term : terms) {
      String before = said.isEmpty() ? "" : terms.get(said.size() - 1);
      said.add(before.isEmpty() ? term : said(term, before, words));
    }
    return said;
  }

  private static String said(String term, String before, Words words) {
    String behind = words.say("", " of the ") + before;
    if (words.isChinese() && term.startsWith(before + "的")) {
      return "其" + term.substring(before.length() + 1);
    }
    return !words.isChinese() && term.endsWith(behind)
        ? "its " + term.substring(0, term.length() - behind.length())
        : term;
  }
}
