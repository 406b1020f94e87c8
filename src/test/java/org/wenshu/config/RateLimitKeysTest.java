package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wenshu.security.ratelimit.RateLimitConfig;

class RateLimitKeysTest {
  @Test
  void limitsConnectionsWhereCallersAreKnown() {
    assertThat(RateLimitKeys.read(new InMemoryConfig(Map.of()), true))
        .isEqualTo(new RateLimitConfig(100, 0, 0, Duration.ofSeconds(60), 10_000));
  }

  @Test
  void limitsNothingWhereAuthenticationIsOff() {
    assertThat(RateLimitKeys.read(new InMemoryConfig(Map.of()), false))
        .isEqualTo(RateLimitConfig.off());
  }

  @Test
  void readsEveryKeyWhetherAuthenticationIsOnOrOff() {
    InMemoryConfig config =
        new InMemoryConfig(
            Map.of(
                "wenshu.rate-limit.per-connection", "1",
                "wenshu.rate-limit.per-caller", "2",
                "wenshu.rate-limit.per-address", "3",
                "wenshu.rate-limit.window", "PT4S",
                "wenshu.rate-limit.max-keys", "5"));
    RateLimitConfig expected = new RateLimitConfig(1, 2, 3, Duration.ofSeconds(4), 5);

    assertThat(RateLimitKeys.read(config, true)).isEqualTo(expected);
    assertThat(RateLimitKeys.read(config, false)).isEqualTo(expected);
  }
}
