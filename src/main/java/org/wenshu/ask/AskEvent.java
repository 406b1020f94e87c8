package org.wenshu.ask;

import java.util.List;
import java.util.Optional;
import org.wenshu.error.ErrorCode;
import org.wenshu.execution.Rows;
import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Abstention;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;
import org.wenshu.values.Substitution;

/**
 * What happens to a question, in order. Exactly one of {@link Answered}, {@link Explained}, {@link
 * Abstained} and {@link Failed} comes last; after a cancellation none comes.
 */
public sealed interface AskEvent {
  /** The question was admitted. */
  record Started(Question question) implements AskEvent {}

  /** The tables it seems to be about, most relevant first. */
  record SchemaLinked(List<String> tables) implements AskEvent {}

  /** An answer given lately is given again: the statement as drafted and as run, and the rows. */
  record Reused(String sql, GuardedSql guarded, Rows rows) implements AskEvent {}

  /** A generator was asked for SQL. */
  record Generating() implements AskEvent {}

  /** A piece of generated text, never empty. */
  record SqlDelta(String piece) implements AskEvent {}

  /** Generation ended and held a statement. */
  record SqlDrafted(String text, String sql, String generator) implements AskEvent {}

  /** Literals were linked to stored values; the list is empty when nothing was replaced. */
  record ValuesLinked(String sql, List<Substitution> substitutions) implements AskEvent {}

  /** The statement goes to the guard and the database; attempt 0 is the first, 1 the repaired. */
  record Executing(String sql, int attempt) implements AskEvent {}

  /** The guard admitted the statement and wrote it anew; this is what the database gets. */
  record Guarded(String sql, int attempt) implements AskEvent {}

  /**
   * The guard refused the statement.
   *
   * @param rule the name of the rule it broke
   * @param position where in the statement, in characters from 0; -1 when no place can be named
   * @param explanation the rule and the place, for people
   */
  record Refused(String rule, int position, Wording explanation, int attempt) implements AskEvent {}

  /** Rows arrived. */
  record Fetched(Rows rows, int attempt) implements AskEvent {}

  /** The guard refused the statement, or the database rejected it. */
  record ExecutionFailed(ErrorCode code, Wording error, int attempt) implements AskEvent {}

  /** The one repair begins. */
  record Repairing() implements AskEvent {}

  /** The repair's whole text, and the statement in it, values linked; empty when it holds none. */
  record Repaired(String text, Optional<String> sql) implements AskEvent {}

  /** The end: rows. */
  record Answered(Answer answer) implements AskEvent {}

  /** The end of a dry run: what would be run. */
  record Explained(GuardedSql guarded, Insight insight, String generator, List<Wording> notices)
      implements AskEvent {
    /** The statement as it may be shown, with its limits. */
    public String shownSql() {
      return guarded.readableText();
    }
  }

  /** The end: no SQL was written, and why. */
  record Abstained(Wording reason, Abstention kind) implements AskEvent {
    /** The question cannot be answered from this schema. */
    public Abstained(Wording reason) {
      this(reason, Abstention.UNANSWERABLE);
    }
  }

  /**
   * The end: an error.
   *
   * @param sql the statement that failed last, when there was one
   * @param databaseError the server's number of the error, 0 when it was not the database
   */
  record Failed(ErrorCode code, Wording error, Optional<String> sql, int databaseError)
      implements AskEvent {
    /** No error of the database. */
    public Failed(ErrorCode code, Wording error, Optional<String> sql) {
      this(code, error, sql, 0);
    }
  }
}
