package org.wenshu.prompt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Stream;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.sql.parser.ReadTables;

/**
 * Writes a question with the turns it may refer to: the newest ones that fit the budget, each with
 * its statement, in the order they were asked. A turn that read a table the asker may no longer
 * know, or whose statement cannot be read, is left out.
 */
final class EarlierText {
  private static final int MOST_TURNS = 4;
  private final int tokens;

  EarlierText(int tokens) {
    this.tokens = tokens;
  }

  /** The question; bare when nothing that may be told came before. */
  String of(Question question, SchemaSnapshot schema) {
    Deque<String> turns = new ArrayDeque<>();
    int left = tokens;
    Stream<EarlierTurn> open = question.earlier().stream().filter(t -> isOpen(t, schema));
    for (EarlierTurn turn : open.limit(MOST_TURNS).toList()) {
      String text = text(turn);
      left -= TokenBudget.tokensOf(text);
      if (left < 0) {
        break;
      }
      turns.addFirst(text);
    }
    return turns.isEmpty()
        ? question.text()
        : Template.EARLIER
            .in(question.language())
            .fill("turns", String.join("\n\n", turns), "question", question.text());
  }

  private static boolean isOpen(EarlierTurn turn, SchemaSnapshot schema) {
    return ReadTables.in(turn.sql()).filter(names -> isOpen(names, schema)).isPresent();
  }

  private static boolean isOpen(Set<String> names, SchemaSnapshot schema) {
    return names.stream().allMatch(name -> schema.table(name).isPresent());
  }

  /** On lines of their own, so that neither can pose as the other. */
  private static String text(EarlierTurn turn) {
    return "Q: " + oneLine(turn.question()) + "\nSQL: " + oneLine(turn.sql());
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
