package org.wenshu.protocol.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Holds back what begins with the application until the server is done with starting it. Nothing
 * begins when the application is stopped before that. Thread-safe.
 */
public final class StartGate {
  private static final Logger LOG = Logger.getLogger(StartGate.class.getName());
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<Runnable> waiting = new ArrayList<>();
  private final CountDownLatch decided = new CountDownLatch(1);
  private boolean open;
  private boolean abandoned;

  /** A gate that is closed. */
  public StartGate() {}

  /** Begins with what waits, on this thread, in the order in which it came, and lets threads go. */
  public void open() {
    List<Runnable> due;
    synchronized (this) {
      open = !abandoned;
      due = open ? List.copyOf(waiting) : List.of();
      waiting.clear();
    }
    decided.countDown();
    due.forEach(StartGate::begin);
  }

  /** Forgets what waits, when the application is stopped or does not start at all. */
  public synchronized void abandon() {
    abandoned = true;
    waiting.clear();
    decided.countDown();
  }

  /** Does what is quick when the gate opens, at once when it is open. */
  public void whenOpen(Runnable work) {
    synchronized (this) {
      if (!open) {
        if (!abandoned) {
          waiting.add(work);
        }
        return;
      }
    }
    work.run();
  }

  /** The same threads, which wait for the gate before they begin, two minutes at most. */
  public ThreadFactory holding(ThreadFactory threads) {
    return work -> threads.newThread(() -> beginOnceOpen(work));
  }

  private void beginOnceOpen(Runnable work) {
    try {
      boolean late = !decided.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (late || isOpen()) {
        work.run();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isOpen() {
    return open;
  }

  private static void begin(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "What begins with the application could not begin", e);
    }
  }
}
