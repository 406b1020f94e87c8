package org.wenshu.feed.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wenshu.feed.Field;
import org.wenshu.feed.Tick;

class TickSequenceTest {
  private static List<Tick> first(long seed, int count) {
    SimulatorConfig defaults = SimulatorConfig.defaults();
    TickSequence sequence =
        new TickSequence(new SimulatorConfig(true, seed, defaults.symbols(), 0.001, 10, false));
    return Stream.generate(() -> sequence.next(Instant.EPOCH)).limit(count).toList();
  }

  @Test
  void repeatsItselfForTheSameSeed() {
    assertThat(first(7, 500)).isEqualTo(first(7, 500));
    assertThat(first(7, 500)).isNotEqualTo(first(8, 500));
  }

  @Test
  void namesItselfAndMakesNothingImpossible() {
    assertThat(first(3, 2_000))
        .allSatisfy(
            tick -> {
              assertThat(tick.source()).isEqualTo("simulator");
              assertThat(tick.numbers().get(Field.PRICE).signum()).isPositive();
              assertThat(tick.book().orElseThrow().bids().get(0).price())
                  .isLessThan(tick.book().orElseThrow().asks().get(0).price());
            });
  }
}
