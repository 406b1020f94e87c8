package org.wenshu.ask;

import java.util.List;
import org.wenshu.knowledge.glossary.Glossary;
import org.wenshu.knowledge.glossary.Grounding;
import org.wenshu.knowledge.glossary.Term;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Question;

/**
 * A question in the words of the schema.
 *
 * @param meant the question as it was asked where no term stands in it
 * @param terms those that stand in it
 */
record GroundedQuestion(Question meant, List<Term> terms) {
  static GroundedQuestion of(Question question, Glossary glossary) {
    Grounding text = glossary.ground(question.text());
    List<EarlierTurn> earlier =
        question.earlier().stream().map(turn -> grounded(turn, glossary)).toList();
    return text.terms().isEmpty() && earlier.equals(question.earlier())
        ? new GroundedQuestion(question, List.of())
        : new GroundedQuestion(question.inOtherWords(text.text(), earlier), text.terms());
  }

  private static EarlierTurn grounded(EarlierTurn turn, Glossary glossary) {
    String text = glossary.ground(turn.question()).text();
    return text.equals(turn.question())
        ? turn
        : new EarlierTurn(text, turn.sql(), turn.subject(), turn.answeredAt());
  }
}
