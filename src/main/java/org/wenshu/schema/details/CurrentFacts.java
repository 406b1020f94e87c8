package org.wenshu.schema.details;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Deadline;

/**
 * Keeps what was read last, and reads again when the schema has changed or time has passed. One
 * thread reads at a time; others are given what is there where it still fits, else they wait, no
 * longer than the timeout. Thread-safe.
 */
final class CurrentFacts {
  private static final Logger LOG = Logger.getLogger(CurrentFacts.class.getName());

  private final FactsSource source;
  private final DetailsConfig config;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Kept kept = new Kept(CatalogueFacts.NONE, "", System.nanoTime(), false);
  private volatile long failedAt;
  private volatile boolean failing;

  CurrentFacts(FactsSource source, DetailsConfig config) {
    this.source = source;
    this.config = config;
  }

  /** Facts, and whether they are older than they should be. */
  record Known(CatalogueFacts facts, boolean stale) {}

  private record Kept(CatalogueFacts facts, String version, long readAt, boolean real) {
    boolean isOf(String wanted) {
      return real && version.equals(wanted);
    }
  }

  /** What is known of the schema of that version. Never throws. */
  Known of(String version) {
    Kept now = kept;
    if (isFresh(now, version) || mustNotTry()) {
      return known(version);
    }
    if (!awaitTurn(now.isOf(version))) {
      return new Known(kept.facts(), !kept.isOf(version));
    }
    try {
      if (!isFresh(kept, version) && !mustNotTry()) {
        read(version);
      }
    } finally {
      reading.unlock();
    }
    return known(version);
  }

  private Known known(String version) {
    Kept now = kept;
    return new Known(now.facts(), failing || !now.isOf(version));
  }

  private boolean isFresh(Kept now, String version) {
    return now.isOf(version) && System.nanoTime() - now.readAt() < config.maxAge().toNanos();
  }

  private boolean mustNotTry() {
    return failing && System.nanoTime() - failedAt < config.retryInterval().toNanos();
  }

  private boolean awaitTurn(boolean usable) {
    try {
      return usable
          ? reading.tryLock()
          : reading.tryLock(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void read(String version) {
    try {
      CatalogueFacts facts = source.read(Deadline.after(config.timeout()));
      kept = new Kept(facts, version, System.nanoTime(), true);
      failing = false;
    } catch (WenshuException e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, e, () -> "Details of the schema get stale");
      failedAt = System.nanoTime();
      failing = true;
    }
  }
}
