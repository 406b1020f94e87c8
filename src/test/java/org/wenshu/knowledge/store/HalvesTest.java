package org.wenshu.knowledge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;

class HalvesTest {
  private static Triple triple(int subject) {
    return new Triple(Value.uri("u:" + subject), Value.uri("u:p"), Value.literal("o"));
  }

  @Test
  void equalItemsAreInTheSameHalf() {
    List<Triple> twice = IntStream.range(0, 4_000).mapToObj(i -> triple(i % 2_000)).toList();

    Halves<Triple> halves = Halves.of(twice);

    assertThat(halves.first()).doesNotContainAnyElementsOf(halves.second());
    assertThat(halves.first().size() + halves.second().size()).isEqualTo(4_000);
    assertThat(halves.first()).hasSizeBetween(1_600, 2_400);
  }
}
