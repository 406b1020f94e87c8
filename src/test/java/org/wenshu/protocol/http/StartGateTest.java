package org.wenshu.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  void whatWaitsBeginsInOrderWhateverFailsAmongIt() {
    List<String> begun = new ArrayList<>();
    gate.whenOpen(() -> begun.add("first"));
    gate.whenOpen(
        () -> {
          throw new IllegalStateException("scripted");
        });
    gate.whenOpen(() -> begun.add("last"));

    assertThat(begun).isEmpty();
    gate.open();
    gate.open();
    assertThat(begun).containsExactly("first", "last");
  }

  @Test
  void onceOpenItHoldsNobody() {
    gate.open();

    gate.whenOpen(done::countDown);

    assertThat(done.getCount()).isZero();
  }

  @Test
  void nothingBeginsOnceItIsAbandoned() throws Exception {
    Thread thread = gate.holding(Thread::new).newThread(done::countDown);
    gate.whenOpen(done::countDown);
    thread.start();

    gate.abandon();
    gate.open();
    gate.whenOpen(done::countDown);
    thread.join(20_000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(done.getCount()).isOne();
  }

  @Test
  void whoIsInterruptedDoesNotBegin() throws Exception {
    Thread thread = gate.holding(Thread::new).newThread(done::countDown);
    thread.start();
    thread.interrupt();
    thread.join(20_000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(done.getCount()).isOne();
  }
}
