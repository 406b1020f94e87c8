package org.wenshu.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.conversation.Turn;
import org.wenshu.conversation.subject.TurnSubjects;
import org.wenshu.question.EarlierTurn.Subject;
import org.wenshu.question.Question;
import org.wenshu.question.RowWindow;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaSnapshot;

/** Keeps what came of one question. Confined to the thread that answers. */
final class TurnKeeper implements AskListener {
  private static final Logger LOG = Logger.getLogger(TurnKeeper.class.getName());

  private final Consumer<Turn> turns;
  private final Question question;
  private final Optional<RowWindow> window;
  private final OptionalInt limit;
  private final Supplier<SchemaSnapshot> visible;
  private final long startNanos = System.nanoTime();

  TurnKeeper(
      Consumer<Turn> turns,
      Question question,
      Optional<RowWindow> window,
      OptionalInt limit,
      Supplier<SchemaSnapshot> visible) {
    this.turns = turns;
    this.question = question;
    this.window = window;
    this.limit = limit;
    this.visible = visible;
  }

  /** An answer that cannot be kept is still an answer. */
  @Override
  public void on(AskEvent event) {
    try {
      if (event instanceof AskEvent.Answered answered) {
        turns.accept(answered(answered.answer()));
      } else if (event instanceof AskEvent.Abstained abstained) {
        turns.accept(failed(Optional.empty(), abstained.reason()));
      } else if (event instanceof AskEvent.Failed failed) {
        turns.accept(failed(failed.sql(), failed.error()));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A turn could not be kept", e);
    }
  }

  private Turn answered(Answer answer) {
    Optional<Subject> subject =
        new TurnSubjects(visible.get()).subject(answer.sql(), answer.rows(), window);
    Optional<String> mainTable =
        subject.map(Subject::table).or(() -> answer.tables().stream().findFirst());
    return turn(Optional.of(answer.sql()), subject, Optional.empty(), mainTable);
  }

  private Turn failed(Optional<String> sql, Wording error) {
    Optional<String> told = Optional.of(error.in(question.language()));
    return turn(sql, Optional.empty(), told, Optional.empty());
  }

  private Turn turn(
      Optional<String> sql,
      Optional<Subject> subject,
      Optional<String> error,
      Optional<String> mainTable) {
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    return new Turn(
        question.text(),
        Optional.empty(),
        sql,
        subject,
        Instant.now(),
        error,
        took,
        mainTable,
        limit);
  }
}
