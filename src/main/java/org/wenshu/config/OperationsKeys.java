package org.wenshu.config;

import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.wenshu.operations.health.HealthConfig;
import org.wenshu.operations.metrics.MetricsConfig;
import org.wenshu.operations.metrics.MetricsConfig.Access;

/** Reads {@code wenshu.health.*} and {@code wenshu.metrics.*}. */
final class OperationsKeys {
  private OperationsKeys() {}

  static HealthConfig health(Config config) {
    HealthConfig defaults = HealthConfig.defaults();
    Settings settings = new Settings(config, "wenshu.health.");
    return new HealthConfig(
        settings.duration("interval", defaults.interval()),
        settings.duration("timeout", defaults.timeout()));
  }

  /** Meters tell what a server is used for, so callers must be known where they can be. */
  static MetricsConfig metrics(Config config, boolean authenticationRequired) {
    Access otherwise = authenticationRequired ? Access.AUTHENTICATED : Access.OPEN;
    String access = new Settings(config, "wenshu.metrics.").text("access", otherwise.name());
    return new MetricsConfig(Access.valueOf(access.strip().toUpperCase(Locale.ROOT)));
  }
}
