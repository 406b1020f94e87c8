package org.wenshu.security.ratelimit;

import java.time.Duration;

/**
 * How often somebody may ask. A limit of 0 is none.
 *
 * @param perConnection requests of one connection within the window ({@code
 *     wenshu.rate-limit.per-connection})
 * @param perCaller requests of one caller by name ({@code wenshu.rate-limit.per-caller})
 * @param perAddress requests from one network address ({@code wenshu.rate-limit.per-address})
 * @param window in which they are counted ({@code wenshu.rate-limit.window})
 * @param maxKeys connections, callers and addresses remembered, of each kind; beyond, those not
 *     seen for longest are forgotten ({@code wenshu.rate-limit.max-keys})
 */
public record RateLimitConfig(
    int perConnection, int perCaller, int perAddress, Duration window, int maxKeys) {
  /** Rejects limits below 0, and a window or a memory that could hold nothing. */
  public RateLimitConfig {
    if (perConnection < 0 || perCaller < 0 || perAddress < 0) {
      throw new IllegalArgumentException("A rate limit must not be negative; 0 is none");
    }
    if (window.toMillis() < 1 || maxKeys < 1) {
      throw new IllegalArgumentException("Rate limits need a window and some keys");
    }
  }

  /** 100 within 60 s for one connection, no other limit, 10,000 keys. */
  public static RateLimitConfig defaults() {
    return new RateLimitConfig(100, 0, 0, Duration.ofSeconds(60), 10_000);
  }

  /** No limit: the default where authentication is off. */
  public static RateLimitConfig off() {
    return new RateLimitConfig(0, 0, 0, Duration.ofSeconds(60), 10_000);
  }
}
