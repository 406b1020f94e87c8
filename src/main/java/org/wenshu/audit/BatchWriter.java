package org.wenshu.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings batches into the store, however long the store is down. Batches come from one thread; the
 * state may be asked, and writing given up, by any.
 */
final class BatchWriter {
  private static final Logger LOG = Logger.getLogger(BatchWriter.class.getName());
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final AuditStore store;
  private final AuditLog log;
  private final CountDownLatch givenUp = new CountDownLatch(1);
  private volatile boolean up;
  private boolean complained;

  BatchWriter(AuditStore store, AuditLog log) {
    this.store = store;
    this.log = log;
  }

  /** Whether the store took the last batch, or answered the last check. */
  boolean isUp() {
    return up;
  }

  /** Asks the store whether it is up again, when it was not. */
  void check() {
    if (!up) {
      attempt(store::check);
    }
  }

  /** Returns when each record is stored or logged as not stored. */
  void write(List<AuditRecord> batch) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (!stored(batch)) {
      if (givenUp.await(pause, TimeUnit.MILLISECONDS)) {
        batch.forEach(log::notStored);
        return;
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  /** No further attempts. */
  void giveUp() {
    givenUp.countDown();
  }

  private boolean stored(List<AuditRecord> batch) {
    if (attempt(() -> store.append(batch))) {
      return true;
    }
    if (!attempt(store::check)) {
      return false;
    }
    // The store is up and will not have this batch: one of its records must be the cause.
    for (AuditRecord entry : batch) {
      if (!attempt(() -> store.append(List.of(entry)))) {
        log.notStored(entry);
      }
    }
    return true;
  }

  private boolean attempt(Work work) {
    try {
      work.run();
      up = true;
      complained = false;
      return true;
    } catch (SQLException | RuntimeException e) {
      up = false;
      LOG.log(complained ? Level.FINE : Level.WARNING, "Audit records cannot be stored now", e);
      complained = true;
      return false;
    }
  }

  /** Something done to the store. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }
}
