package org.wenshu.evaluation;

import java.util.Optional;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskListener;
import org.wenshu.execution.Rows;
import org.wenshu.question.Language;

/** Hears one question out and keeps how it ended. Confined to the asking thread. */
final class Asked implements AskListener {
  private final Language language;
  private Optional<Rows> rows = Optional.empty();
  private boolean abstained;
  private String sql = "";
  private String note = "";

  Asked(Language language) {
    this.language = language;
  }

  @Override
  public void on(AskEvent event) {
    if (event instanceof AskEvent.Executing executing) {
      sql = executing.sql();
    } else if (event instanceof AskEvent.Answered answered) {
      rows = Optional.of(answered.answer().rows());
    } else if (event instanceof AskEvent.Abstained gaveUp) {
      abstained = true;
      note = gaveUp.reason().in(language);
    } else if (event instanceof AskEvent.Failed failed) {
      note = failed.code() + ": " + failed.error().in(language);
    }
  }

  /** Empty unless the question was answered. */
  Optional<Rows> rows() {
    return rows;
  }

  boolean abstained() {
    return abstained;
  }

  /** The statement run last, empty when none was. */
  String sql() {
    return sql;
  }

  /** Why there are no rows, empty when there are. */
  String note() {
    return note;
  }
}
