package org.wenshu.operations.health;

import java.util.Optional;
import java.util.function.Supplier;

/** Tells how full the cache of answers is; it lives in memory and cannot fail. Thread-safe. */
public final class CacheCheck implements HealthCheck {
  private final Supplier<Optional<CacheUse>> use;

  /** A check of that cache; empty when answers are not cached. */
  public CacheCheck(Supplier<Optional<CacheUse>> use) {
    this.use = use;
  }

  /**
   * How full a cache is.
   *
   * @param entries answers kept
   * @param bytes their size, estimated
   * @param maxBytes what they may take at most
   */
  public record CacheUse(long entries, long bytes, long maxBytes) {}

  @Override
  public String kind() {
    return "cache";
  }

  @Override
  public String name() {
    return "cache";
  }

  @Override
  public boolean essential() {
    return false;
  }

  @Override
  public Finding look() {
    return use.get().map(CacheCheck::inUse).orElseGet(CacheCheck::notInUse);
  }

  private static Finding inUse(CacheUse use) {
    return Finding.of(HealthStatus.HEALTHY, "缓存正常", "Answers are cached")
        .with("entries", use.entries())
        .with("bytes", use.bytes())
        .with("max_bytes", use.maxBytes());
  }

  private static Finding notInUse() {
    return Finding.of(HealthStatus.HEALTHY, "未启用缓存", "Answers are not cached");
  }
}
