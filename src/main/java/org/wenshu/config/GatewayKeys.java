package org.wenshu.config;

import java.util.List;
import java.util.Set;
import org.wenshu.protocol.gateway.GatewayConfig;

/** Reads {@code wenshu.gateway.*}. */
final class GatewayKeys {
  private GatewayKeys() {}

  static GatewayConfig read(Settings settings) {
    GatewayConfig defaults = GatewayConfig.defaults();
    return new GatewayConfig(
        Set.copyOf(settings.list("roles", List.of())),
        settings.list("allowed-origins", defaults.allowedOrigins()),
        settings.number("max-connections", defaults.maxConnections()),
        settings.number("max-body-bytes", defaults.maxBodyBytes()),
        settings.number("max-message-bytes", defaults.maxMessageBytes()),
        settings.number("parallel", defaults.parallel()),
        settings.number("max-queued", defaults.maxQueued()),
        settings.number("workers", defaults.workers()),
        settings.duration("budget", defaults.budget()),
        settings.duration("patience", defaults.patience()));
  }
}
