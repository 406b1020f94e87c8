package org.wenshu.conversation.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.wenshu.conversation.BoundedText;
import org.wenshu.conversation.Turn;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.EarlierTurn.Keys;
import org.wenshu.question.EarlierTurn.Subject;

/** A stored turn. */
@Entity
@Table(name = "conversation_turn")
class TurnEntity {
  @EmbeddedId private TurnKey key;

  private String question;

  private String understood;

  @Column(name = "sql_text")
  private String sql;

  @Column(name = "subject_table")
  private String subjectTable;

  @Column(name = "subject_key")
  private String subjectKey;

  @Column(name = "subject_values")
  private String subjectValues;

  @Column(name = "answered_at")
  private Instant answeredAt;

  // These three are read only by the statement that asks for the history.
  @SuppressWarnings("UnusedVariable")
  private boolean success;

  @SuppressWarnings("UnusedVariable")
  private String error;

  @SuppressWarnings("UnusedVariable")
  @Column(name = "execution_ns")
  private long executionNanos;

  /** For JPA. */
  protected TurnEntity() {}

  TurnEntity(TurnKey key, Turn turn) {
    this.key = key;
    question = BoundedText.cut(turn.question(), Turn.MAX_QUESTION);
    understood = turn.understood().map(t -> BoundedText.cut(t, Turn.MAX_QUESTION)).orElse(null);
    sql = turn.sql().filter(s -> s.length() <= Turn.MAX_SQL).orElse(null);
    turn.subject().ifPresent(this::keep);
    answeredAt = turn.answeredAt();
    success = turn.success();
    error = turn.error().map(e -> BoundedText.cut(e, Turn.MAX_ERROR)).orElse(null);
    executionNanos = turn.duration().toNanos();
  }

  private void keep(Subject subject) {
    subjectTable = subject.table();
    subject
        .keys()
        .flatMap(keys -> KeysJson.write(keys.values()))
        .ifPresent(
            json -> {
              subjectKey = subject.keys().orElseThrow().column();
              subjectValues = json;
            });
  }

  TurnKey key() {
    return key;
  }

  EarlierTurn toEarlierTurn() {
    return new EarlierTurn(understood == null ? question : understood, sql, subject(), answeredAt);
  }

  private Optional<Subject> subject() {
    Optional<Keys> keys =
        Optional.ofNullable(subjectValues).map(v -> new Keys(subjectKey, KeysJson.read(v)));
    return Optional.ofNullable(subjectTable).map(table -> new Subject(table, keys));
  }
}
