package org.wenshu.schema.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DistinctValuesTest {
  private final DistinctValues values = new DistinctValues(3, 4);

  @Test
  void sortsAndLeavesOutNothingnessButKeepsTrailingBlanks() {
    Stream.of("b ", null, "", "  ", "a").forEach(values::add);
    assertThat(values.sorted()).containsExactly("a", "b ");
  }

  @Test
  void givesNoneWhenThereAreTooMany() {
    Stream.of("a", "b", "c", "d").forEach(values::add);
    assertThat(values.sorted()).isEmpty();
  }

  @Test
  void givesNoneWhenOneIsTooLong() {
    Stream.of("a", "12345").forEach(values::add);
    assertThat(values.sorted()).isEmpty();
  }

  @Test
  void countsCharactersNotCodeUnits() {
    values.add("😀😀😀😀");
    assertThat(values.sorted()).hasSize(1);
  }
}
