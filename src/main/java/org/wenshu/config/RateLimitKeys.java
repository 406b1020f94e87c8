package org.wenshu.config;

import org.eclipse.microprofile.config.Config;
import org.wenshu.security.ratelimit.RateLimitConfig;

/** Reads {@code wenshu.rate-limit.*}. */
final class RateLimitKeys {
  private RateLimitKeys() {}

  /** The configured limits; where authentication is off there are none unless they are set. */
  static RateLimitConfig read(Config config, boolean authenticationRequired) {
    RateLimitConfig defaults =
        authenticationRequired ? RateLimitConfig.defaults() : RateLimitConfig.off();
    Settings settings = new Settings(config, "wenshu.rate-limit.");
    return new RateLimitConfig(
        settings.number("per-connection", defaults.perConnection()),
        settings.number("per-caller", defaults.perCaller()),
        settings.number("per-address", defaults.perAddress()),
        settings.duration("window", defaults.window()),
        settings.number("max-keys", defaults.maxKeys()));
  }
}
