package org.wenshu.evaluation;

import java.util.List;
import java.util.Map;
import org.wenshu.question.Language;

/**
 * A question and the SQL whose rows are its answer.
 *
 * @param id unique within its file
 * @param text the same question in each language it is asked in
 * @param gold statements of which any one is a right answer, per language; empty when the right
 *     thing to do is to abstain
 * @param furtherColumns whether an answer may have columns beyond those of the gold statement,
 *     because the question names none
 */
record GoldQuestion(
    String id,
    Map<Language, String> text,
    Map<Language, List<String>> gold,
    boolean furtherColumns) {
  GoldQuestion {
    text = Map.copyOf(text);
    gold = Map.copyOf(gold);
  }

  String textIn(Language language) {
    return text.get(language);
  }

  /** Empty when the right thing to do is to abstain. */
  List<String> goldIn(Language language) {
    return gold.getOrDefault(language, List.of());
  }
}
