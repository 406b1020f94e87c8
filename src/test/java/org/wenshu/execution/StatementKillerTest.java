package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.question.Cancellation;

class StatementKillerTest {
  private final StatementKiller killer =
      new StatementKiller(new TestingTargetDataSource("jdbc:mysql://127.0.0.1:1/x", Map.of()));

  @Test
  void runsTheActionInTimeUnlessWithdrawn() throws InterruptedException {
    CountDownLatch run = new CountDownLatch(1);
    CountDownLatch withdrawn = new CountDownLatch(1);
    killer.after(Duration.ofMillis(1), run::countDown);
    Cancellation.Registration registration =
        killer.after(Duration.ofMillis(200), withdrawn::countDown);
    registration.close();
    assertThat(run.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(withdrawn.await(400, TimeUnit.MILLISECONDS)).isFalse();
  }

  @Test
  void cutsTheLineWhenTheServerCannotBeTold() throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    killer.kill(5, cut::countDown).get(10, TimeUnit.SECONDS);
    assertThat(cut.getCount()).isZero();
  }

  @Test
  void neitherFailsNorForgetsOnceClosed() throws Exception {
    killer.close();
    CountDownLatch cut = new CountDownLatch(1);
    killer.kill(5, cut::countDown).get(1, TimeUnit.SECONDS);
    assertThat(cut.getCount()).isZero();
    killer.after(Duration.ofMillis(1), cut::countDown).close();
  }
}
