package org.wenshu.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StartGateTest {
  private final StartGate gate = new StartGate();
  private final CountDownLatch done = new CountDownLatch(1);

  @Test
  void whatIsBehindItWaits() throws Exception {
    Thread thread = gate.holding(Thread::new).newThread(done::countDown);
    thread.start();

    assertThat(done.await(100, TimeUnit.MILLISECONDS)).isFalse();
    gate.open();
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void onceOpenItHoldsNobody() {
    gate.open();
    gate.open();

    gate.behind(done::countDown).run();

    assertThat(done.getCount()).isZero();
  }

  @Test
  void whoIsInterruptedDoesNotBegin() throws Exception {
    AtomicBoolean interrupted = new AtomicBoolean();
    Runnable behind = gate.behind(done::countDown);
    Thread thread =
        new Thread(
            () -> {
              behind.run();
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    thread.interrupt();
    thread.join(20_000);

    assertThat(interrupted).isTrue();
    assertThat(done.getCount()).isOne();
  }
}
