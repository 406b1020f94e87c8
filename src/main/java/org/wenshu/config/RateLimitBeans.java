package org.wenshu.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.wenshu.security.Authentication;
import org.wenshu.security.ratelimit.RateLimits;

/** Puts together how often somebody may ask. */
@ApplicationScoped
public class RateLimitBeans {
  /** The limits ({@code wenshu.rate-limit.*}). */
  @Produces
  @Singleton
  public RateLimits rateLimits(Config config, Authentication authentication) {
    return new RateLimits(RateLimitKeys.read(config, authentication.isRequired()));
  }
}
