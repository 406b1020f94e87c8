package org.wenshu.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusyThreadTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void putsOffUntilItWaits() {
    BusyThread.during(
        () -> {
          assertThat(BusyThread.later(() -> done.add("a"))).isTrue();
          assertThat(BusyThread.later(() -> done.add("b"))).isTrue();
          assertThat(done).isEmpty();

          BusyThread.waits();
          assertThat(done).containsExactly("a", "b");
        });

    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void doesInTheEndWhatWasPutOffEvenWhenTheWorkFails() {
    assertThatThrownBy(
            () ->
                BusyThread.during(
                    () -> {
                      BusyThread.later(() -> done.add("a"));
                      throw new IllegalStateException("x");
                    }))
        .hasMessage("x");

    assertThat(done).containsExactly("a");
    assertThat(BusyThread.later(() -> done.add("b"))).isFalse();
  }

  @Test
  void doesWhatIsPutOffMeanwhileToo() {
    BusyThread.during(
        () -> BusyThread.later(() -> BusyThread.later(() -> done.add("later still"))));

    assertThat(done).containsExactly("later still");
  }

  @Test
  void leavesToTheOuterWorkWhatTheInnerPutsOff() {
    BusyThread.during(
        () -> {
          BusyThread.during(() -> BusyThread.later(() -> done.add("a")));
          assertThat(done).isEmpty();
        });

    assertThat(done).containsExactly("a");
  }

  @Test
  void otherThreadsPutNothingOff() {
    assertThat(BusyThread.later(() -> done.add("a"))).isFalse();
    BusyThread.waits();

    assertThat(done).isEmpty();
  }
}
