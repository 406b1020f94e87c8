package org.wenshu.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes records whose time has passed, some at a time, so that no lock lasts. Thread-safe. */
public final class AuditRetention implements Runnable {
  private static final Logger LOG = Logger.getLogger(AuditRetention.class.getName());
  private static final int MAX_BATCHES = 500;

  private final AuditStore store;
  private final AuditConfig config;
  private final Clock clock;

  /** A retention by that clock. */
  public AuditRetention(AuditStore store, AuditConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** Deletes at most 500 batches; the next run goes on. Never throws. */
  @Override
  public void run() {
    Instant end = clock.instant().minus(config.retention());
    try {
      for (int i = 0; i < MAX_BATCHES; i++) {
        if (store.deleteBefore(end, config.batch()) < config.batch()) {
          return;
        }
      }
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "Old audit records cannot be deleted now", e);
    }
  }
}
