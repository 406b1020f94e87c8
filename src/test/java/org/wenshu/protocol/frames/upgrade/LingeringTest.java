package org.wenshu.protocol.frames.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LingeringTest {
  private final AtomicInteger closed = new AtomicInteger();
  private long now;
  private final Lingering lingering = new Lingering(() -> now);

  private Lingering.Stay stay() {
    return lingering.stay(closed::incrementAndGet);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void endsOnce() {
    Lingering.Stay stay = stay();
    assertThat(closed).hasValue(0);
    stay.end();
    stay.end();
    assertThat(closed).hasValue(1);
  }

  @Test
  void isOverdueWhenNothingIsHeard() {
    Lingering.Stay stay = stay();
    pass(Duration.ofSeconds(4));
    stay.heard();
    pass(Duration.ofSeconds(4));
    assertThat(lingering.overdue()).isEmpty();
    pass(Duration.ofSeconds(2));
    assertThat(lingering.overdue()).containsExactly(stay);
    stay.end();
    assertThat(lingering.overdue()).isEmpty();
  }

  @Test
  void isOverdueAfterAMinuteWhateverIsHeard() {
    Lingering.Stay stay = stay();
    for (int i = 0; i < 61; i++) {
      pass(Duration.ofSeconds(1));
      stay.heard();
    }
    assertThat(lingering.overdue()).containsExactly(stay);
  }

  @Test
  void keepsNobodyOnceNobodyLooksAfterThem() {
    stay();
    lingering.end();
    assertThat(closed).hasValue(1);
    stay();
    assertThat(closed).hasValue(2);
  }

  @Test
  void doesNotKeepAnyNumber() {
    for (int i = 0; i < 1_005; i++) {
      stay();
    }
    assertThat(closed).hasValue(5);
  }
}
