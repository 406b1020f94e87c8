package org.wenshu.feed.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ToldIdsTest {
  private static final long SECOND = 1_000_000_000L;

  private final ToldIds told = new ToldIds(Duration.ofSeconds(5));

  @Test
  void looksEverLessOftenUntilTheRowIsThere() {
    told.add(List.of(7L), 0);
    assertThat(told.pause(0)).contains(ToldIds.SHORTEST);
    assertThat(told.pause(0).orElseThrow()).isGreaterThan(ToldIds.SHORTEST);
    for (int look = 0; look < 20; look++) {
      assertThat(told.pause(0).orElseThrow()).isLessThanOrEqualTo(ToldIds.LONGEST);
    }
    assertThat(told.pause(0)).contains(ToldIds.LONGEST);
    told.delivered(7);
    assertThat(told.pause(0)).isEmpty();
  }

  @Test
  void startsAnewWhenToldAnew() {
    told.add(List.of(7L), 0);
    for (int look = 0; look < 20; look++) {
      told.pause(0);
    }
    told.add(List.of(8L), SECOND);
    assertThat(told.pause(SECOND)).contains(ToldIds.SHORTEST);
    assertThat(told.waitedFor(SECOND)).containsExactly(7L, 8L);
  }

  @Test
  void givesUpARowThatNeverComes() {
    told.add(List.of(7L), 0);
    assertThat(told.waitedFor(5 * SECOND)).containsExactly(7L);
    assertThat(told.waitedFor(5 * SECOND + 1)).isEmpty();
    assertThat(told.pause(5 * SECOND + 1)).isEmpty();
  }

  @Test
  void remembersNoMoreThanItMay() {
    told.add(LongStream.rangeClosed(1, 10_500).boxed().toList(), 0);
    assertThat(told.waitedFor(0)).hasSize(10_000).doesNotContain(1L).contains(10_500L);
  }
}
