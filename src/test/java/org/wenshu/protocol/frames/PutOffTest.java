package org.wenshu.protocol.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wenshu.question.BusyThread;

class PutOffTest {
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicLong now = new AtomicLong(-1_000);
  private final PutOff putOff = new PutOff(written::incrementAndGet, now::get);

  @Test
  void isTakenFromAThreadThatNeverSaysItWaits() {
    BusyThread.during(
        () -> {
          assertThat(putOff.begin()).isTrue();
          now.addAndGet(Duration.ofMillis(50).toNanos());
          assertThat(putOff.takeOverdue()).isFalse();

          now.addAndGet(Duration.ofMillis(1).toNanos());
          assertThat(putOff.takeOverdue()).isTrue();
          assertThat(putOff.takeOverdue()).isFalse();
        });

    assertThat(written).hasValue(0);
  }

  @Test
  void isDoneOnceByTheBusyThread() {
    BusyThread.during(
        () -> {
          putOff.begin();
          BusyThread.waits();
          putOff.end();
        });

    assertThat(written).hasValue(1);
  }

  @Test
  void beginsNothingOnOtherThreads() {
    assertThat(putOff.begin()).isFalse();

    assertThat(putOff.isPending()).isFalse();
    assertThat(putOff.joinOrTake()).isFalse();
    assertThat(written).hasValue(0);
  }
}
