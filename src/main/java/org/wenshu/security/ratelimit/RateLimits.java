package org.wenshu.security.ratelimit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.wenshu.security.Caller;

/**
 * The configured limits together. A request passes when all of them let it; what one of them
 * refuses may have been counted by those before it. Anonymous callers have no name that could be
 * limited. Thread-safe.
 */
public final class RateLimits {
  private final Map<LimitedBy, RateLimiter> limiters = new LinkedHashMap<>();

  /** The limits of the configuration. */
  public RateLimits(RateLimitConfig config) {
    this(config, System::nanoTime);
  }

  RateLimits(RateLimitConfig config, LongSupplier nanoClock) {
    add(LimitedBy.ADDRESS, config.perAddress(), config, nanoClock);
    add(LimitedBy.CALLER, config.perCaller(), config, nanoClock);
    add(LimitedBy.CONNECTION, config.perConnection(), config, nanoClock);
  }

  private void add(LimitedBy by, int limit, RateLimitConfig config, LongSupplier nanoClock) {
    if (limit > 0) {
      limiters.put(by, new RateLimiter(by, limit, config.window(), config.maxKeys(), nanoClock));
    }
  }

  /**
   * Counts one request if it may pass; empty when it may, else why not.
   *
   * @param connection names the connection; empty where each request has its own, as over HTTP
   * @param address the network address it comes from
   */
  public Optional<RateRefusal> take(Optional<String> connection, Caller caller, String address) {
    return by(LimitedBy.ADDRESS, Optional.of(address))
        .or(() -> by(LimitedBy.CALLER, name(caller)))
        .or(() -> by(LimitedBy.CONNECTION, connection));
  }

  /** Forgets a connection that is closed. */
  public void forget(String connection) {
    RateLimiter limiter = limiters.get(LimitedBy.CONNECTION);
    if (limiter != null) {
      limiter.forget(connection);
    }
  }

  private Optional<RateRefusal> by(LimitedBy by, Optional<String> key) {
    RateLimiter limiter = limiters.get(by);
    return limiter == null ? Optional.empty() : key.flatMap(limiter::take);
  }

  private static Optional<String> name(Caller caller) {
    return caller.equals(Caller.anonymous()) ? Optional.empty() : Optional.of(caller.name());
  }
}
