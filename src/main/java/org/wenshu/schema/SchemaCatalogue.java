package org.wenshu.schema;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/**
 * The catalogue as it is now. Thread-safe: questions read the current snapshot while the next one
 * is being scanned, and see either the old one or the new one.
 */
public final class SchemaCatalogue {
  private static final Logger LOG = Logger.getLogger(SchemaCatalogue.class.getName());
  private static final Wording UNKNOWN =
      new Wording("数据库结构尚未就绪，请稍后重试", "The database schema is not known yet, please try again soon");

  private final SchemaSource source;
  private final SnapshotStore store;
  private final String target;
  private final SchemaConfig config;
  private final Consumer<SchemaSnapshot> onChange;

  private final ReentrantLock scanning = new ReentrantLock();
  private final AtomicLong asked = new AtomicLong();
  private long answered;
  private Optional<WenshuException> lastFailure = Optional.empty();
  private String storedVersion = "";
  private boolean storeFailing;
  private volatile Optional<SchemaSnapshot> current = Optional.empty();

  /**
   * A catalogue without a snapshot.
   *
   * @param target names the database being asked in the store
   * @param onChange hears of every new snapshot before questions see it; may take its time
   */
  public SchemaCatalogue(
      SchemaSource source,
      SnapshotStore store,
      String target,
      SchemaConfig config,
      Consumer<SchemaSnapshot> onChange) {
    this.source = source;
    this.store = store;
    this.target = target;
    this.config = config;
    this.onChange = onChange;
  }

  /** The current snapshot, empty before the first. Never waits. */
  public Optional<SchemaSnapshot> current() {
    return current;
  }

  /**
   * The current snapshot. Never waits.
   *
   * @throws WenshuException with SCHEMA_UNAVAILABLE before the first
   */
  public SchemaSnapshot snapshot() {
    return current.orElseThrow(() -> new WenshuException(ErrorCode.SCHEMA_UNAVAILABLE, UNKNOWN));
  }

  /** Takes over the stored snapshot, unless there is a newer one already. Never throws. */
  public void recall() {
    if (!awaitTurn()) {
      return;
    }
    try {
      if (current.isEmpty()) {
        store.load(target).ifPresent(this::takeOver);
      }
    } catch (RuntimeException e) {
      storeFailed("The stored catalogue cannot be read", e);
    } finally {
      scanning.unlock();
    }
  }

  /**
   * Scans, and answers with a snapshot whose scan began after this call. Calls that come while a
   * scan is running share the next one.
   *
   * @throws WenshuException with SCHEMA_UNAVAILABLE when the scan fails or a running one does not
   *     end in time; the current snapshot stays as it is
   */
  public SchemaSnapshot refresh() {
    long ticket = asked.incrementAndGet();
    if (!awaitTurn()) {
      throw new WenshuException(ErrorCode.SCHEMA_UNAVAILABLE, UNKNOWN);
    }
    try {
      if (answered < ticket) {
        answered = asked.get();
        scan();
      }
      if (lastFailure.isPresent()) {
        throw lastFailure.get();
      }
      return snapshot();
    } finally {
      scanning.unlock();
    }
  }

  /** How many calls wait for a running scan to end; an estimate. */
  int waiting() {
    return scanning.getQueueLength();
  }

  private boolean awaitTurn() {
    try {
      return scanning.tryLock(2 * config.scanTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void scan() {
    long started = System.nanoTime();
    try {
      SchemaSnapshot scanned = source.scan(current);
      lastFailure = Optional.empty();
      publish(scanned, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    } catch (WenshuException e) {
      lastFailure = Optional.of(e);
    }
  }

  private void publish(SchemaSnapshot scanned, long millis) {
    if (current.isEmpty() || !current.get().version().equals(scanned.version())) {
      LOG.info(() -> SnapshotChange.between(current, scanned) + " in " + millis + " ms");
      onChange.accept(scanned);
      current = Optional.of(scanned);
    }
    keep(current.get());
  }

  private void takeOver(SchemaSnapshot stored) {
    LOG.info(
        () ->
            "Answering from the stored catalogue of %s, scanned at %s"
                .formatted(stored.database(), stored.scannedAt()));
    onChange.accept(stored);
    current = Optional.of(stored);
    storedVersion = stored.version();
  }

  private void keep(SchemaSnapshot snapshot) {
    if (snapshot.version().equals(storedVersion)) {
      return;
    }
    try {
      store.save(target, snapshot);
      storedVersion = snapshot.version();
      storeFailing = false;
    } catch (RuntimeException e) {
      storeFailed("The catalogue cannot be stored", e);
    }
  }

  /** Says so once; the schedule tries again and again. */
  private void storeFailed(String what, RuntimeException e) {
    LOG.log(storeFailing ? Level.FINE : Level.WARNING, e, () -> what);
    storeFailing = true;
  }
}
