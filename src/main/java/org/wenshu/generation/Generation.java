package org.wenshu.generation;

import java.util.List;
import org.wenshu.question.Abstention;
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
   * @param notices what the person should know about how it came about, such as a model that is
   *     down or rows of an earlier answer that were meant; mostly none
   */
  record Drafted(DraftSql sql, String text, String generator, List<Wording> notices)
      implements Generation {
    /** Copies the list. */
    public Drafted {
      notices = List.copyOf(notices);
    }
  }

  /** No SQL, for the reason given, which is of that kind. */
  record Abstained(Wording reason, String text, String generator, Abstention kind)
      implements Generation {
    /** The question cannot be answered from this schema. */
    public Abstained(Wording reason, String text, String generator) {
      this(reason, text, generator, Abstention.UNANSWERABLE);
    }
  }
}
