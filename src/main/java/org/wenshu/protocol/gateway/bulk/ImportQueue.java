package org.wenshu.protocol.gateway.bulk;

import java.time.Duration;

/**
 * What has been received of one import and not been written yet. Whoever adds waits while one unit
 * is full and another is being written; whoever writes takes full units, and what there is when
 * nothing has come for a while or somebody wants to read. Thread-safe.
 *
 * @param <T> the kind of the items
 */
final class ImportQueue<T> {
  /** What becomes of items when nothing can be stored any more. */
  static final String LOST = "The database is not available";

  private final BulkConfig config;
  private final ImportTally tally;
  private Unit<T> filling = new Unit<>();
  private Unit<T> full;
  private boolean writing;
  private boolean ended;
  private boolean broken;
  private int waitingReaders;
  private long lastAdded = System.nanoTime();

  ImportQueue(BulkConfig config, ImportTally tally) {
    this.config = config;
    this.tally = tally;
  }

  /** Takes the items of a frame, when there is room for them. */
  synchronized void add(Frame<T> frame, long bytes) throws InterruptedException {
    for (int i = 0; i < frame.size(); i++) {
      long number = tally.receive();
      if (frame.reason(i) != null) {
        tally.fail(number, frame.reason(i));
      } else if (broken) {
        tally.fail(number, LOST);
      } else if (ended) {
        tally.fail(number, "The import had ended");
      } else {
        filling.add(frame.collection(), number, frame.item(i));
        handOverIfFull();
      }
    }
    filling.addBytes(bytes);
    handOverIfFull();
    lastAdded = System.nanoTime();
  }

  private void handOverIfFull() throws InterruptedException {
    if (!filling.isFull(config)) {
      return;
    }
    while (full != null && !broken) {
      wait();
    }
    if (broken) {
      fail(filling);
    } else {
      full = filling;
    }
    filling = new Unit<>();
    notifyAll();
  }

  /** No more will be added: what is there is written. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** What is to be written next; null after a time without anything, and at the end. */
  synchronized Unit<T> take(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (full == null && !isFillingDue()) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || isDone()) {
        return null;
      }
      wait(Math.max(1, Math.min(left, untilDue()) / 1_000_000));
    }
    Unit<T> next = full;
    if (next == null) {
      next = filling;
      filling = new Unit<>();
    } else {
      full = null;
    }
    writing = true;
    notifyAll();
    return next;
  }

  private boolean isFillingDue() {
    return !filling.isEmpty() && (ended || waitingReaders > 0 || untilDue() <= 0);
  }

  private long untilDue() {
    return lastAdded + config.flushAfter().toNanos() - System.nanoTime();
  }

  /** The unit that was taken has been written, or has failed. */
  synchronized void written() {
    writing = false;
    notifyAll();
  }

  /** Nothing can be written any more: what is there has failed, and what comes will. */
  synchronized void breakDown() {
    broken = true;
    if (full != null) {
      fail(full);
      full = null;
    }
    fail(filling);
    filling = new Unit<>();
    notifyAll();
  }

  private void fail(Unit<T> unit) {
    for (Batch<T> batch : unit.batches()) {
      for (int i = 0; i < batch.items().size(); i++) {
        tally.fail(batch.number(i), LOST);
      }
    }
  }

  synchronized boolean isDone() {
    return ended && full == null && filling.isEmpty() && !writing;
  }

  /** Has everything written that was received, and waits for it so long. */
  synchronized void flush(Duration atMost) {
    long received = tally.received();
    long deadline = System.nanoTime() + atMost.toNanos();
    waitingReaders++;
    notifyAll();
    try {
      while (tally.settled() < received) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waitingReaders--;
    }
  }
}
