package org.wenshu.security.ratelimit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Allows so many requests per key within a sliding window. Remembers a bounded number of keys;
 * beyond, the key not seen for longest is forgotten and starts afresh. Thread-safe: keys are spread
 * over several locks, each held for a look-up and a few additions.
 */
public final class RateLimiter {
  private static final int STRIPES = 16;

  private final LimitedBy limitedBy;
  private final int limit;
  private final Duration window;
  private final LongSupplier nanoClock;
  private final Stripe[] stripes = new Stripe[STRIPES];

  /** A limiter of so many requests within a window, for at most about that many keys. */
  public RateLimiter(LimitedBy limitedBy, int limit, Duration window, int maxKeys) {
    this(limitedBy, limit, window, maxKeys, System::nanoTime);
  }

  RateLimiter(
      LimitedBy limitedBy, int limit, Duration window, int maxKeys, LongSupplier nanoClock) {
    this.limitedBy = limitedBy;
    this.limit = limit;
    this.window = window;
    this.nanoClock = nanoClock;
    int keysPerStripe = Math.max(1, (maxKeys + STRIPES - 1) / STRIPES);
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe(keysPerStripe);
    }
  }

  /** Counts one request of the key if it may pass; empty when it may, else why not. */
  public Optional<RateRefusal> take(String key) {
    Stripe stripe = stripe(key);
    synchronized (stripe) {
      long now = nanoClock.getAsLong();
      SlidingCount count = stripe.get(key);
      if (count == null) {
        count = new SlidingCount(window.toNanos(), now);
        stripe.put(key, count);
      }
      int usage = count.within(now);
      if (usage < limit) {
        count.add();
        return Optional.empty();
      }
      Duration retryAfter = Duration.ofNanos(count.nanosUntilBelow(limit, now));
      return Optional.of(new RateRefusal(limitedBy, limit, window, retryAfter, usage));
    }
  }

  /** Forgets a key that will not come again, such as a closed connection. */
  public void forget(String key) {
    Stripe stripe = stripe(key);
    synchronized (stripe) {
      stripe.remove(key);
    }
  }

  /** How many keys are remembered. */
  int size() {
    int size = 0;
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        size += stripe.size();
      }
    }
    return size;
  }

  private Stripe stripe(String key) {
    int hash = key.hashCode();
    return stripes[(hash ^ hash >>> 16) & STRIPES - 1];
  }

  /** Counts by key, the one not used for longest first. */
  private static final class Stripe extends LinkedHashMap<String, SlidingCount> {
    private static final long serialVersionUID = 1L;

    private final int maxKeys;

    Stripe(int maxKeys) {
      super(16, 0.75f, true);
      this.maxKeys = maxKeys;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, SlidingCount> eldest) {
      return size() > maxKeys;
    }
  }
}
