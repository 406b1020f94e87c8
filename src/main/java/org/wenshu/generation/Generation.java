package org.wenshu.generation;

import java.util.Optional;
import org.wenshu.question.Wording;

/** What a generator came to: SQL, or a reason why it writes none. */
public sealed interface Generation {
  /** The whole text that was streamed, prose and fences included. */
  String text();

  /** Which generator it was: {@code model} or {@code grammar}. */
  String generator();

  /**
   * SQL was written.
   *
   * @param sql the statement extracted from the text
   * @param notice what the person should know about how it came about, such as a model that is down
   */
  record Drafted(DraftSql sql, String text, String generator, Optional<Wording> notice)
      implements Generation {}

  /** No SQL: the question cannot be answered from this schema, for the reason given. */
  record Abstained(Wording reason, String text, String generator) implements Generation {}
}
