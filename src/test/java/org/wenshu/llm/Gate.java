package org.wenshu.llm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A door that a test opens once it has seen what it waits for. Thread-safe; opens once. */
public final class Gate {
  private final CountDownLatch latch = new CountDownLatch(1);

  /** Lets everybody through, now and later. */
  public void open() {
    latch.countDown();
  }

  /** Whether it was opened. */
  public boolean isOpen() {
    return latch.getCount() == 0;
  }

  /** Waits for the gate; fails after 30 s rather than hang a test run. */
  public void await() throws InterruptedException {
    if (!latch.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Nobody opened the gate within 30 s");
    }
  }
}
