package org.wenshu.ask;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wenshu.audit.AuditJournal;
import org.wenshu.audit.AuditRecord;

/** Keeps records as lines of text. */
final class InMemoryJournal implements AuditJournal {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private volatile boolean refusing;

  void refuse() {
    refusing = true;
  }

  /** The next record: question, caller, policy, outcome, error. */
  String next() throws InterruptedException {
    return lines.poll(10, TimeUnit.SECONDS);
  }

  @Override
  public void record(AuditRecord entry) {
    lines.add(
        String.join(
            " ",
            entry.question(),
            entry.caller(),
            entry.policyVersion(),
            entry.outcome().name(),
            entry.errorCode().orElse("")));
  }

  @Override
  public boolean accepts() {
    return !refusing;
  }
}
