package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void doublesUpToThirtySeconds() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), 0);
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(n -> backoff.before(n).toSeconds()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    assertThat(backoff.before(1_000)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void takesFractionsOfASecond() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), 0);
    assertThat(backoff.before(3)).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void leavesSomeOfTheWaitToChanceWhereThatIsWanted() {
    Backoff backoff = new Backoff(Duration.ofSeconds(4), 0.5);
    assertThat(IntStream.range(0, 200).mapToObj(n -> backoff.before(1)))
        .allMatch(wait -> wait.toMillis() >= 2_000 && wait.toMillis() <= 4_000)
        .anyMatch(wait -> wait.toMillis() < 3_900);
  }
}
