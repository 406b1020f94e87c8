package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wenshu.operations.health.HealthConfig;
import org.wenshu.operations.metrics.MetricsConfig;
import org.wenshu.operations.metrics.MetricsConfig.Access;

class OperationsKeysTest {
  @Test
  void showsMetersToKnownCallersOnlyUnlessToldOtherwise() {
    assertThat(metrics(Map.of(), true)).isEqualTo(Access.AUTHENTICATED);
    assertThat(metrics(Map.of(), false)).isEqualTo(Access.OPEN);
    assertThat(metrics(Map.of("wenshu.metrics.access", "open"), true)).isEqualTo(Access.OPEN);
    assertThat(metrics(Map.of("wenshu.metrics.access", "off"), false)).isEqualTo(Access.OFF);
    assertThatThrownBy(() -> metrics(Map.of("wenshu.metrics.access", "everybody"), true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsHowHealthIsLookedAfter() {
    assertThat(OperationsKeys.health(new InMemoryConfig(Map.of())))
        .isEqualTo(new HealthConfig(Duration.ofSeconds(10), Duration.ofSeconds(2)));
    assertThat(
            OperationsKeys.health(
                new InMemoryConfig(
                    Map.of("wenshu.health.interval", "PT3S", "wenshu.health.timeout", "PT1S"))))
        .isEqualTo(new HealthConfig(Duration.ofSeconds(3), Duration.ofSeconds(1)));
  }

  private static Access metrics(Map<String, String> settings, boolean required) {
    MetricsConfig config = OperationsKeys.metrics(new InMemoryConfig(settings), required);
    return config.access();
  }
}
