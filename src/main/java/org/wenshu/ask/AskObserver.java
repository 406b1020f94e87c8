package org.wenshu.ask;

import org.wenshu.audit.AuditOutcome;
import org.wenshu.question.Question;
import org.wenshu.security.Caller;

/** Watches questions from the side, such as to measure them. Thread-safe. */
@FunctionalInterface
public interface AskObserver {
  /** A question has arrived and is not admitted yet. */
  Observation begin(Question question, Caller caller);

  /** Watches nothing. */
  static AskObserver none() {
    return (question, caller) -> Unwatched.INSTANCE;
  }

  /** Watches one question. Hears one thing at a time; must be quick, and must not throw. */
  interface Observation {
    /** An event, before the asker hears it. */
    void on(AskEvent event);

    /** The end, exactly once. */
    void ended(AuditOutcome outcome);
  }

  /** What nobody watches. */
  enum Unwatched implements Observation {
    /** Nothing to tell apart. */
    INSTANCE;

    @Override
    public void on(AskEvent event) {}

    @Override
    public void ended(AuditOutcome outcome) {}
  }
}
