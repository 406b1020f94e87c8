package org.wenshu.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.wenshu.audit.AuditJournal;
import org.wenshu.audit.AuditOutcome;
import org.wenshu.audit.AuditRecord;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.BusyThread;
import org.wenshu.question.Question;
import org.wenshu.security.Caller;

/**
 * Passes the events of one question on, and records exactly once what became of it. Hears one event
 * at a time; closing without a last event means that the asker has left.
 */
final class AskRecorder implements AskListener, AutoCloseable {
  private final AskListener listener;
  private final AuditJournal journal;
  private final AskObserver.Observation observation;
  private final Question question;
  private final Caller caller;
  private final String policyVersion;
  private final Instant askedAt = Instant.now();
  private final long startedNanos = System.nanoTime();
  private Optional<String> draft = Optional.empty();
  private Optional<String> guarded = Optional.empty();
  private Optional<String> generator = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private OptionalLong rows = OptionalLong.empty();
  private boolean recorded;

  AskRecorder(AskListener listener, AskAudit audit, Question question, Caller caller) {
    this.listener = listener;
    this.journal = audit.journal();
    this.observation = audit.observer().begin(question, caller);
    this.question = question;
    this.caller = caller;
    this.policyVersion = audit.policyVersions().apply(caller);
  }

  /** The last event is passed on before it is recorded: nobody waits for the journal. */
  @Override
  public synchronized void on(AskEvent event) {
    note(event);
    observation.on(event);
    try {
      listener.on(event);
    } finally {
      recordEnd(event);
    }
  }

  @Override
  public synchronized void close() {
    record(AuditOutcome.CANCELLED, Optional.empty());
  }

  private void note(AskEvent event) {
    if (event instanceof AskEvent.SqlDrafted drafted) {
      draft = Optional.of(drafted.sql());
      generator = Optional.of(drafted.generator());
    } else if (event instanceof AskEvent.Repaired repaired) {
      draft = repaired.sql();
      guarded = Optional.empty();
    } else if (event instanceof AskEvent.Guarded admitted) {
      guarded = Optional.of(admitted.sql());
    } else if (event instanceof AskEvent.Refused refused) {
      refusal = Optional.of(refused.rule() + " at " + refused.position());
    } else if (event instanceof AskEvent.Reused reused) {
      draft = Optional.of(reused.sql());
      guarded = Optional.of(reused.guarded().text());
      rows = OptionalLong.of(reused.rows().rows().size());
    } else if (event instanceof AskEvent.Fetched fetched) {
      rows = OptionalLong.of(fetched.rows().rows().size());
    } else if (event instanceof AskEvent.Answered answered) {
      generator = Optional.of(answered.answer().generator());
    }
  }

  private void recordEnd(AskEvent event) {
    if (event instanceof AskEvent.Answered || event instanceof AskEvent.Explained) {
      record(AuditOutcome.ANSWERED, Optional.empty());
    } else if (event instanceof AskEvent.Abstained) {
      record(AuditOutcome.ABSTAINED, Optional.empty());
    } else if (event instanceof AskEvent.Failed failed) {
      record(outcome(failed.code()), Optional.of(reason(failed.code())));
    }
  }

  /** Of a refusal the last rule too. */
  private String reason(ErrorCode code) {
    return outcome(code) == AuditOutcome.REFUSED
        ? refusal.map(rule -> code.name() + ' ' + rule).orElse(code.name())
        : code.name();
  }

  private static AuditOutcome outcome(ErrorCode code) {
    return switch (code) {
      case SQL_REFUSED, NOT_PERMITTED -> AuditOutcome.REFUSED;
      case SATURATED, AUDIT_UNAVAILABLE -> AuditOutcome.TURNED_AWAY;
      case EXECUTION_TIMED_OUT, QUESTION_TIMED_OUT, MODEL_TIMED_OUT -> AuditOutcome.TIMED_OUT;
      default -> AuditOutcome.FAILED;
    };
  }

  private void record(AuditOutcome outcome, Optional<String> errorCode) {
    if (!recorded) {
      recorded = true;
      try {
        BusyThread.waits();
      } finally {
        keep(outcome, errorCode);
      }
    }
  }

  private void keep(AuditOutcome outcome, Optional<String> errorCode) {
    observation.ended(outcome);
    journal.record(
        new AuditRecord(
            question.id().value(),
            askedAt,
            caller.name(),
            policyVersion,
            question.text(),
            new AuditRecord.Statements(draft, guarded, generator),
            outcome,
            errorCode,
            rows,
            Duration.ofNanos(System.nanoTime() - startedNanos)));
  }
}
