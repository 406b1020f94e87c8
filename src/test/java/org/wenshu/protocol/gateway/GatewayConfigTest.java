package org.wenshu.protocol.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
  @Test
  void admitsEverybodyUnlessRolesAreAskedFor() {
    GatewayConfig open = GatewayConfig.defaults();
    assertThat(open.admits(Set.of())).isTrue();
    assertThat(open.admits(Set.of("user"))).isTrue();

    GatewayConfig narrow = withRoles(open, Set.of("curator", "admin"));
    assertThat(narrow.admits(Set.of("user", "curator"))).isTrue();
    assertThat(narrow.admits(Set.of("user"))).isFalse();
    assertThat(narrow.admits(Set.of())).isFalse();
  }

  private static GatewayConfig withRoles(GatewayConfig config, Set<String> roles) {
    return new GatewayConfig(
        roles,
        config.allowedOrigins(),
        config.maxConnections(),
        config.maxBodyBytes(),
        config.maxMessageBytes(),
        config.parallel(),
        config.maxQueued(),
        config.workers(),
        config.budget(),
        config.patience());
  }
}
