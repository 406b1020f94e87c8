package org.wenshu.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Logs each record on the calling thread and stores it on one of its own, in batches. While the
 * store is down the records wait, up to a bound; what finds no place, and what is left when the
 * journal closes, is logged as not stored. Thread-safe.
 */
public final class QueuedJournal implements AuditJournal, AutoCloseable {
  private static final long IDLE_MILLIS = 500;

  /** So long others may join a record: one statement for many costs little more than for one. */
  private static final long GATHERING_MILLIS = 20;

  private final AuditConfig config;
  private final AuditMask mask;
  private final AuditLog log;
  private final BatchWriter writer;
  private final BlockingQueue<AuditRecord> queue;
  private final Thread thread;
  private volatile boolean closed;

  /** A journal that begins to store at once, on a thread of that factory. */
  public QueuedJournal(AuditStore store, AuditConfig config, ThreadFactory threads) {
    this.config = config;
    this.mask = new AuditMask(config);
    this.log = new AuditLog(config.log());
    this.writer = new BatchWriter(store, log);
    this.queue = new ArrayBlockingQueue<>(config.maxQueued());
    this.thread = threads.newThread(this::storeAll);
    thread.start();
  }

  @Override
  public void record(AuditRecord entry) {
    AuditRecord masked = mask.apply(entry);
    if (closed || !queue.offer(masked)) {
      log.notStored(masked);
      return;
    }
    log.queued(masked);
    if (closed && queue.remove(masked)) {
      log.notStored(masked);
    }
  }

  @Override
  public boolean accepts() {
    return !config.required() || (writer.isUp() && queue.remainingCapacity() > 0);
  }

  private void storeAll() {
    try {
      while (!closed || !queue.isEmpty()) {
        AuditRecord first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
          writer.check();
        } else {
          List<AuditRecord> batch = new ArrayList<>(config.batch());
          batch.add(first);
          gather();
          queue.drainTo(batch, config.batch() - 1);
          writer.write(batch);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void gather() throws InterruptedException {
    if (!closed && queue.size() < config.batch() - 1) {
      Thread.sleep(GATHERING_MILLIS);
    }
  }

  /** Stores what waits, within the configured time, and logs the rest. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      thread.join(Math.max(1, config.shutdownWait().toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.giveUp();
    List<AuditRecord> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(log::notStored);
  }
}
