package org.wenshu.protocol.gateway.bulk;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open bulk sockets, bounded. Thread-safe. */
final class BulkSockets {
  private static final long POLL_MILLIS = 20;

  private final int most;
  private final Set<Runnable> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  BulkSockets(int most) {
    this.most = most;
  }

  /** Whether no further one is wanted. */
  boolean isFull() {
    return closed || open.size() >= most;
  }

  /** How many there are. */
  int size() {
    return open.size();
  }

  /**
   * Adds one, whose client has passed the gate.
   *
   * @param stop asks it to end soon
   * @return false when there are too many
   */
  synchronized boolean add(Runnable stop) {
    return !isFull() && open.add(stop);
  }

  void remove(Runnable stop) {
    open.remove(stop);
  }

  /** Lets no more in, asks all to end and waits for it so long. */
  void close(Duration drain) {
    closed = true;
    open.forEach(Runnable::run);
    long deadline = System.nanoTime() + drain.toNanos();
    try {
      while (!open.isEmpty() && System.nanoTime() < deadline) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
