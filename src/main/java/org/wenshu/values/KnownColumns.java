package org.wenshu.values;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.question.BusyThread;

/**
 * Keeps the values of columns: loaded when first asked for, refreshed in the background while the
 * old ones go on serving. A column that could never be loaded, or holds too many values, counts as
 * unknown until the next attempt. Thread-safe.
 */
final class KnownColumns {
  private static final Logger LOG = Logger.getLogger(KnownColumns.class.getName());

  /** How soon a column is tried again after a failure. */
  private static final Duration RETRY = Duration.ofSeconds(30);

  /** What is known of a column, and when that has to be looked at again. */
  private record Loaded(Optional<KnownColumn> column, long dueNanos) {}

  private static final class Slot {
    private CompletableFuture<Loaded> loading;
    private Loaded last;
  }

  private final StoredValues stored;
  private final ValuesConfig config;
  private final Executor background;
  private final LongSupplier nanoClock;
  private final ConcurrentMap<String, Slot> slots = new ConcurrentHashMap<>();

  KnownColumns(
      StoredValues stored, ValuesConfig config, Executor background, LongSupplier nanoClock) {
    this.stored = stored;
    this.config = config;
    this.background = background;
    this.nanoClock = nanoClock;
  }

  /** The column's values; waits for them only when they were never loaded, and not for long. */
  Optional<KnownColumn> get(String table, String column) {
    Slot slot = slot(table, column);
    CompletableFuture<Loaded> first;
    synchronized (slot) {
      begin(slot, table, column);
      if (slot.last != null) {
        return slot.last.column();
      }
      first = slot.loading;
    }
    return await(first);
  }

  /** Begins to load the column's values, unless they are there. */
  void prepare(String table, String column) {
    Slot slot = slot(table, column);
    synchronized (slot) {
      begin(slot, table, column);
    }
  }

  private Slot slot(String table, String column) {
    String name = (table + "." + column).toLowerCase(Locale.ROOT);
    return slots.computeIfAbsent(name, n -> new Slot());
  }

  private void begin(Slot slot, String table, String column) {
    boolean due = slot.last == null || nanoClock.getAsLong() - slot.last.dueNanos() >= 0;
    if (due && slot.loading == null) {
      CompletableFuture<Loaded> loading = load(slot, table, column);
      slot.loading = loading.isDone() ? null : loading;
    }
  }

  private CompletableFuture<Loaded> load(Slot slot, String table, String column) {
    Optional<KnownColumn> previous = slot.last == null ? Optional.empty() : slot.last.column();
    try {
      CompletableFuture<Loaded> loading =
          CompletableFuture.supplyAsync(() -> read(table, column, previous), background);
      return loading.whenComplete((loaded, failure) -> settle(slot, loaded));
    } catch (RejectedExecutionException busy) {
      slot.last = loaded(previous, RETRY);
      return CompletableFuture.completedFuture(slot.last);
    }
  }

  private static void settle(Slot slot, Loaded loaded) {
    synchronized (slot) {
      slot.loading = null;
      slot.last = loaded;
    }
  }

  private Loaded read(String table, String column, Optional<KnownColumn> previous) {
    try {
      StoredValues.Content content = stored.read(table, column, config.cap() + 1);
      if (content.values().size() <= config.cap()) {
        return loaded(Optional.of(new KnownColumn(content)), config.ttl());
      }
      LOG.log(
          Level.WARNING,
          "{0}.{1} has more than {2} distinct values and is not linked",
          new Object[] {table, column, config.cap()});
      return loaded(Optional.empty(), config.ttl());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The values of " + table + "." + column + " are unknown");
      return loaded(previous, RETRY);
    }
  }

  private Loaded loaded(Optional<KnownColumn> column, Duration fresh) {
    return new Loaded(column, nanoClock.getAsLong() + fresh.toNanos());
  }

  private Optional<KnownColumn> await(CompletableFuture<Loaded> first) {
    if (!first.isDone()) {
      BusyThread.waits();
    }
    try {
      return first.get(config.firstWait().toMillis(), TimeUnit.MILLISECONDS).column();
    } catch (ExecutionException | TimeoutException late) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
