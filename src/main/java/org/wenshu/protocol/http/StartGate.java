package org.wenshu.protocol.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Holds back what begins with the application until the server is done with starting it. Who waits
 * goes on after two minutes in any case, unless interrupted. Thread-safe.
 */
public final class StartGate {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CountDownLatch open = new CountDownLatch(1);

  /** A gate that is closed. */
  public StartGate() {}

  /** Lets all go on; later calls do nothing. */
  public void open() {
    open.countDown();
  }

  /** The same work, which waits for the gate before it begins. */
  public Runnable behind(Runnable work) {
    return () -> {
      if (passed()) {
        work.run();
      }
    };
  }

  /** The same threads, which wait for the gate before they begin. */
  public ThreadFactory holding(ThreadFactory threads) {
    return work -> threads.newThread(behind(work));
  }

  private boolean passed() {
    try {
      var unused = open.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
