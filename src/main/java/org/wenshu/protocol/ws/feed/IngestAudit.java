package org.wenshu.protocol.ws.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.wenshu.audit.AuditJournal;
import org.wenshu.audit.AuditOutcome;
import org.wenshu.audit.AuditRecord;
import org.wenshu.audit.AuditRecord.Statements;
import org.wenshu.feed.source.Ingest;
import org.wenshu.security.Caller;

/**
 * Records who brings ticks: one record for a caller and a minute, with how many, and one for each
 * refusal. Thread-safe.
 */
public final class IngestAudit {
  private static final Duration SPAN = Duration.ofMinutes(1);

  private final AuditJournal journal;
  private final Clock clock;
  private final Map<String, Span> spans = new ConcurrentHashMap<>();

  /** Records into that journal. */
  public IngestAudit(AuditJournal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  private record Span(Instant began, long accepted, long rejected) {
    Span plus(Ingest.Outcome outcome) {
      return new Span(began, accepted + outcome.accepted(), rejected + outcome.rejected().size());
    }
  }

  void accepted(Caller caller, Ingest.Outcome outcome) {
    Instant now = clock.instant();
    Span span =
        spans.merge(
            caller.name(),
            new Span(now, 0, 0).plus(outcome),
            (known, fresh) -> known.plus(outcome));
    if (Duration.between(span.began(), now).compareTo(SPAN) >= 0) {
      flush(caller.name());
    }
  }

  /** Writes what has not been written yet of those who are gone or of whom nothing more comes. */
  public void flushAll() {
    spans.keySet().forEach(this::flush);
  }

  private void flush(String name) {
    Span span = spans.remove(name);
    if (span != null) {
      String text =
          "feed ingest: %d accepted, %d rejected".formatted(span.accepted(), span.rejected());
      record(name, text, AuditOutcome.ANSWERED, Optional.empty(), span);
    }
  }

  void denied(Caller caller) {
    Span none = new Span(clock.instant(), 0, 0);
    record(caller.name(), "feed ingest", AuditOutcome.REFUSED, Optional.of("NOT_PERMITTED"), none);
  }

  private void record(
      String name, String text, AuditOutcome outcome, Optional<String> code, Span span) {
    journal.record(
        new AuditRecord(
            UUID.randomUUID().toString(),
            span.began(),
            name,
            "feed",
            text,
            Statements.none(),
            outcome,
            code,
            outcome == AuditOutcome.ANSWERED
                ? OptionalLong.of(span.accepted())
                : OptionalLong.empty(),
            Duration.between(span.began(), clock.instant())));
  }
}
