package org.wenshu.audit;

/** Takes the record of every question. Thread-safe; never blocks for long, never throws. */
public interface AuditJournal {
  /** Keeps the record. */
  void record(AuditRecord entry);

  /** Whether a question may be begun: false when its record would be missed and must not be. */
  boolean accepts();

  /** A journal that keeps nothing, for measurements of what comes before it. */
  static AuditJournal none() {
    return new AuditJournal() {
      @Override
      public void record(AuditRecord entry) {}

      @Override
      public boolean accepts() {
        return true;
      }
    };
  }
}
