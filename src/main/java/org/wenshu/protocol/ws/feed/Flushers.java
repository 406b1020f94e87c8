package org.wenshu.protocol.ws.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that begin to send what has filled up. Between two rounds lies a moment in which
 * more can gather, so that one waking serves many connections. Each connection is served by one of
 * them at a time. Thread-safe.
 */
final class Flushers implements AutoCloseable {
  private static final long IDLE_NANOS = 1_000_000_000L;

  private final long intervalNanos;
  private final List<Flusher> flushers = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private volatile boolean closed;

  Flushers(int count, Duration interval, ThreadFactory threads) {
    this.intervalNanos = interval.toNanos();
    for (int i = 0; i < count; i++) {
      Flusher flusher = new Flusher();
      flushers.add(flusher);
      Thread thread = threads.newThread(flusher);
      flusher.thread = thread;
      thread.start();
    }
  }

  /** The one that a new connection is to be served by. */
  Lane lane() {
    return flushers.get(Math.floorMod(next.getAndIncrement(), flushers.size()));
  }

  /** Where a connection says that something waits on it. */
  interface Lane {
    void add(Runnable sending);
  }

  @Override
  public void close() {
    closed = true;
    flushers.forEach(flusher -> LockSupport.unpark(flusher.thread));
  }

  private final class Flusher implements Runnable, Lane {
    private final ConcurrentLinkedQueue<Runnable> filled = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private volatile Thread thread;

    @Override
    public void add(Runnable sending) {
      filled.add(sending);
      if (asleep.get() && asleep.compareAndSet(true, false)) {
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void run() {
      while (!closed) {
        for (Runnable next = filled.poll(); next != null; next = filled.poll()) {
          next.run();
        }
        if (intervalNanos > 0) {
          LockSupport.parkNanos(this, intervalNanos);
        }
        sleepUntilFilled();
      }
    }

    private void sleepUntilFilled() {
      asleep.set(true);
      if (filled.isEmpty() && !closed) {
        LockSupport.parkNanos(this, IDLE_NANOS);
      }
      asleep.set(false);
    }
  }
}
