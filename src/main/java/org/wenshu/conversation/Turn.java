package org.wenshu.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.wenshu.question.EarlierTurn.Subject;

/**
 * A question of a conversation and what became of it. Texts are cut when they are stored, except
 * statements: one that is too long is not kept.
 *
 * @param question as asked
 * @param understood with what it referred to spelled out, where that was done
 * @param sql the statement as drafted, without limits of the dialect; empty when there was none
 * @param subject what the rows were, when they were rows of one table
 * @param answeredAt when
 * @param error empty on success, else what the asker was told
 * @param duration of the whole question
 * @param mainTable what a successful answer was about
 * @param limit rows the asker explicitly wanted at most
 */
public record Turn(
    String question,
    Optional<String> understood,
    Optional<String> sql,
    Optional<Subject> subject,
    Instant answeredAt,
    Optional<String> error,
    Duration duration,
    Optional<String> mainTable,
    OptionalInt limit) {

  /** The longest question kept, in characters. */
  public static final int MAX_QUESTION = 10_000;

  /** The longest statement kept, in characters. */
  public static final int MAX_SQL = 20_000;

  /** The longest error kept, in characters. */
  public static final int MAX_ERROR = 1024;

  /** Whether it was answered. */
  public boolean success() {
    return error.isEmpty();
  }
}
