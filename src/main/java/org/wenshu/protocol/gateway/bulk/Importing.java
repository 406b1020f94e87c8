package org.wenshu.protocol.gateway.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.BulkStore;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.PendingWrites;
import org.wenshu.knowledge.Refusal;
import org.wenshu.protocol.gateway.bulk.ImportReport.Ending;

/**
 * One import: takes frames on the server's thread, and writes what they hold on one of its own, in
 * the order in which it came. Items that were stored or have failed are thus always the first ones
 * received. Thread-safe.
 */
final class Importing<T> implements Runnable, PendingWrites.Writer {
  private static final Logger LOG = Logger.getLogger(Importing.class.getName());
  private static final Duration TURN = Duration.ofMillis(500);
  private static final Duration LONGEST_FLUSH = Duration.ofSeconds(20);
  private static final int LOGGED_ERRORS = 5;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final BulkConfig config;
  private final BulkStore<T> store;
  private final FrameReader<T> reader;
  private final BulkTarget target;
  private final PendingWrites pending;
  private final ImportReport report;
  private final ImportTally tally = new ImportTally();
  private final ImportQueue<T> queue;
  private final Set<CollectionId> collections = new HashSet<>();
  private volatile Ending ending = Ending.CLIENT_LEFT;

  /**
   * An import into that store.
   *
   * @param reader reads its frames
   */
  Importing(
      BulkConfig config,
      BulkStore<T> store,
      FrameReader<T> reader,
      BulkTarget target,
      PendingWrites pending,
      ImportReport report) {
    this.config = config;
    this.store = store;
    this.reader = reader;
    this.target = target;
    this.pending = pending;
    this.report = report;
    this.queue = new ImportQueue<>(config, tally);
  }

  /** Takes a frame; waits while two units have not been written. */
  void receive(MessageInput message) throws IOException {
    receive(message, message::length);
  }

  /** Takes a frame that is there as a whole. */
  void receive(byte[] message) throws IOException {
    receive(new ByteArrayInputStream(message), () -> message.length);
  }

  private void receive(InputStream message, LongSupplier length) throws IOException {
    Frame<T> frame = reader.read(message, target);
    expect(frame.collection());
    log(frame);
    try {
      queue.add(frame, length.getAsLong());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Readers of the collection wait from now on for what is held back. */
  private void expect(CollectionId collection) {
    synchronized (collections) {
      if (collections.add(collection)) {
        pending.add(collection, this);
      }
    }
  }

  private void log(Frame<T> frame) {
    for (int i = 0; i < frame.size(); i++) {
      if (frame.reason(i) != null) {
        log(frame.reason(i));
      }
    }
  }

  /** Only the first ones: the report has a hundred, and the metrics count all. */
  private void log(String reason) {
    if (tally.failed() < LOGGED_ERRORS) {
      LOG.log(Level.INFO, "An imported item is left out: {0}", reason);
    }
  }

  /** No more will come: what was received is written, then the report is made. */
  void end(Ending why) {
    ending = why;
    queue.end();
  }

  ImportTally tally() {
    return tally;
  }

  @Override
  public void flush() {
    queue.flush(LONGEST_FLUSH);
  }

  /** Writes until the end. */
  @Override
  public void run() {
    try {
      while (!queue.isDone()) {
        Unit<T> unit = queue.take(TURN);
        if (unit != null) {
          unit.batches().forEach(this::write);
          queue.written();
        }
        report.progress(tally);
        if (report.isSilentFor(config.idle()) && tally.settled() == tally.received()) {
          end(Ending.SILENT);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      queue.breakDown();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An import cannot go on: its items cannot be stored", e);
      ending = Ending.DATABASE_LOST;
      queue.breakDown();
    } finally {
      synchronized (collections) {
        collections.forEach(collection -> pending.remove(collection, this));
      }
      report.end(tally, ending);
    }
  }

  private void write(Batch<T> batch) {
    try {
      List<Refusal> refused = stored(batch);
      for (Refusal one : refused) {
        log(one.reason());
        tally.fail(batch.number(one.index()), one.reason());
      }
      tally.store(batch.items().size() - refused.size());
    } catch (WenshuException e) {
      for (int i = 0; i < batch.items().size(); i++) {
        tally.fail(batch.number(i), ImportQueue.LOST);
      }
      throw e;
    }
  }

  /** Waits for a database that is down: storing again what was stored already changes nothing. */
  private List<Refusal> stored(Batch<T> batch) {
    long giveUp = System.nanoTime() + config.retry().toNanos();
    for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      try {
        return store.store(batch.collection(), batch.items());
      } catch (WenshuException e) {
        if (!e.code().retriable() || System.nanoTime() + pause * 1_000_000 > giveUp) {
          throw e;
        }
        LOG.log(Level.FINE, "A batch cannot be stored now; trying again", e);
        sleep(pause, e);
      }
    }
  }

  private static void sleep(long millis, WenshuException failure) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
