package org.wenshu.feed.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.wenshu.audit.AuditJournal;
import org.wenshu.audit.AuditOutcome;
import org.wenshu.audit.AuditRecord;
import org.wenshu.audit.AuditRecord.Statements;
import org.wenshu.security.Caller;

/**
 * Records what the questions themselves do not: that somebody was given the answer of a question
 * that is open already, and how long an open question was told of. Thread-safe.
 */
public final class LiveAudit {
  private final AuditJournal journal;
  private final Function<Caller, String> policyVersions;
  private final Clock clock;

  /** Records into that journal. */
  public LiveAudit(AuditJournal journal, Function<Caller, String> policyVersions, Clock clock) {
    this.journal = journal;
    this.policyVersions = policyVersions;
    this.clock = clock;
  }

  void joined(LiveAsker asker, LiveRun run) {
    record(asker, run, AuditOutcome.ANSWERED, Optional.empty());
  }

  void ended(LiveAsker asker, LiveRun run, AuditOutcome outcome) {
    record(
        asker,
        run,
        outcome,
        outcome == AuditOutcome.REFUSED ? Optional.of("NOT_PERMITTED") : Optional.empty());
  }

  private void record(LiveAsker asker, LiveRun run, AuditOutcome outcome, Optional<String> code) {
    journal.record(
        new AuditRecord(
            UUID.randomUUID().toString(),
            asker.since(),
            asker.caller().name(),
            policyVersions.apply(asker.caller()),
            asker.question().text(),
            new Statements(
                Optional.of(run.draft().text()), Optional.of(run.key().sql()), Optional.empty()),
            outcome,
            code,
            OptionalLong.of(run.latest().rows().rows().size()),
            Duration.between(asker.since(), clock.instant())));
  }
}
