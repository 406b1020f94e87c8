package org.wenshu.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is kept of one question. Holds no credentials: a caller is a name.
 *
 * @param questionId unique
 * @param askedAt when it arrived, before any waiting
 * @param caller who asked
 * @param policyVersion names the policy it was judged by
 * @param question its text
 * @param statements what was to be run for it
 * @param outcome what became of it
 * @param errorCode name of the error, when one ended it
 * @param rows how many rows were read, when some statement was run to its end
 * @param duration from arrival to the end, waiting included
 */
public record AuditRecord(
    String questionId,
    Instant askedAt,
    String caller,
    String policyVersion,
    String question,
    Statements statements,
    AuditOutcome outcome,
    Optional<String> errorCode,
    OptionalLong rows,
    Duration duration) {

  /**
   * The statements of a question; of a repaired one, the last.
   *
   * @param draft as the generator wrote it
   * @param guarded as the guard wrote it anew and the database got it
   * @param generator {@code model} or {@code grammar}
   */
  public record Statements(
      Optional<String> draft, Optional<String> guarded, Optional<String> generator) {
    /** Of a question that got none. */
    public static Statements none() {
      return new Statements(Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** The same record with other texts. */
  AuditRecord with(String otherQuestion, Statements otherStatements) {
    return new AuditRecord(
        questionId,
        askedAt,
        caller,
        policyVersion,
        otherQuestion,
        otherStatements,
        outcome,
        errorCode,
        rows,
        duration);
  }
}
