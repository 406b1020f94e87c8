package org.wenshu.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.conversation.subject.TurnSubjects;
import org.wenshu.execution.Rows;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Question;
import org.wenshu.security.Caller;

/** One conversation: every answer is remembered for the questions after it. */
final class Conversing {
  private final AskPath path;
  private final Caller caller;
  private final List<EarlierTurn> earlier = new ArrayList<>();

  Conversing(AskPath path, Caller caller) {
    this.path = path;
    this.caller = caller;
  }

  /** Asks the next question. */
  Asked ask(String text) {
    Asked asked = path.ask(Question.of(text, earlier), caller);
    asked.rows().ifPresent(rows -> earlier.add(0, turn(text, asked.sql(), rows)));
    return asked;
  }

  /** Asks one question after the other; the first without rows ends it. */
  Asked askAll(List<String> texts) {
    Asked asked = ask(texts.get(0));
    for (int i = 1; i < texts.size() && asked.rows().isPresent(); i++) {
      asked = ask(texts.get(i));
    }
    return asked;
  }

  /** What was answered so far, newest first. */
  List<EarlierTurn> earlier() {
    return earlier;
  }

  private EarlierTurn turn(String text, String sql, Rows rows) {
    TurnSubjects subjects = new TurnSubjects(path.schema());
    return new EarlierTurn(text, sql, subjects.subject(sql, rows, true), Instant.now());
  }
}
