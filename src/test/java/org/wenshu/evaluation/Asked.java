package org.wenshu.evaluation;

import java.util.List;
import java.util.Optional;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskListener;
import org.wenshu.execution.Rows;
import org.wenshu.question.Abstention;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/** Hears one question out and keeps how it ended. Confined to the asking thread. */
final class Asked implements AskListener {
  private final Language language;
  private Optional<Rows> rows = Optional.empty();
  private Optional<Abstention> abstained = Optional.empty();
  private List<Wording> notices = List.of();
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
      notices = answered.answer().notices();
    } else if (event instanceof AskEvent.Abstained gaveUp) {
      abstained = Optional.of(gaveUp.kind());
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
    return abstained.isPresent();
  }

  /** Of which kind the reason was; empty unless it abstained. */
  Optional<Abstention> abstention() {
    return abstained;
  }

  /** What the person was told beside the rows. */
  List<Wording> notices() {
    return notices;
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
