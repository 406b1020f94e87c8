package org.wenshu.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wenshu.security.Caller;

class RateLimitsTest {
  private static final Caller ANN = new Caller("ann");

  @Test
  void limitsAConnectionByDefault() {
    RateLimits limits = new RateLimits(RateLimitConfig.defaults(), () -> 0);
    for (int i = 0; i < 100; i++) {
      assertThat(limits.take(Optional.of("c1"), ANN, "10.0.0.1")).isEmpty();
    }

    assertThat(limits.take(Optional.of("c1"), ANN, "10.0.0.1"))
        .get()
        .extracting(RateRefusal::limitedBy, RateRefusal::limit)
        .containsExactly(LimitedBy.CONNECTION, 100);
    assertThat(limits.take(Optional.of("c2"), ANN, "10.0.0.1")).isEmpty();
    limits.forget("c1");
    assertThat(limits.take(Optional.of("c1"), ANN, "10.0.0.1")).isEmpty();
  }

  @Test
  void limitsACallerOverAllConnectionsButNotTheAnonymousOne() {
    RateLimits limits = new RateLimits(config(0, 2, 0), () -> 0);

    assertThat(limits.take(Optional.of("c1"), ANN, "10.0.0.1")).isEmpty();
    assertThat(limits.take(Optional.empty(), ANN, "10.0.0.2")).isEmpty();
    assertThat(limits.take(Optional.of("c3"), ANN, "10.0.0.3"))
        .get()
        .extracting(RateRefusal::limitedBy)
        .isEqualTo(LimitedBy.CALLER);
    for (int i = 0; i < 10; i++) {
      assertThat(limits.take(Optional.of("c4"), Caller.anonymous(), "10.0.0.4")).isEmpty();
    }
  }

  @Test
  void limitsAnAddressFirst() {
    RateLimits limits = new RateLimits(config(1, 1, 1), () -> 0);

    assertThat(limits.take(Optional.of("c1"), ANN, "10.0.0.1")).isEmpty();
    assertThat(limits.take(Optional.of("c1"), ANN, "10.0.0.1"))
        .get()
        .extracting(RateRefusal::limitedBy)
        .isEqualTo(LimitedBy.ADDRESS);
  }

  @Test
  void limitsNothingWhenOff() {
    RateLimits limits = new RateLimits(RateLimitConfig.off(), () -> 0);
    for (int i = 0; i < 10_000; i++) {
      assertThat(limits.take(Optional.of("c1"), ANN, "10.0.0.1")).isEmpty();
    }
  }

  @Test
  void rejectsSettingsThatMeanNothing() {
    assertThatThrownBy(() -> config(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RateLimitConfig(1, 0, 0, Duration.ZERO, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RateLimitConfig(1, 0, 0, Duration.ofSeconds(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RateLimitConfig config(int connection, int caller, int address) {
    return new RateLimitConfig(connection, caller, address, Duration.ofSeconds(60), 100);
  }
}
