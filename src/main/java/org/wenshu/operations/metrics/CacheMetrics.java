package org.wenshu.operations.metrics;

/** Counts what caches found and what they did not. Thread-safe. */
public final class CacheMetrics {
  private final String cache;
  private final CounterFamily hits;
  private final CounterFamily misses;

  /** Registers a cache by its name; several caches may be registered. */
  public CacheMetrics(Meters meters, String cache) {
    this.cache = cache;
    this.hits = meters.counters("rag_cache_hits_total", "Answers that a cache had", "cache");
    this.misses = meters.counters("rag_cache_misses_total", "Answers no cache had", "cache");
    var unusedHits = hits.startingAtZero(cache);
    var unusedMisses = misses.startingAtZero(cache);
  }

  /** It had the answer. */
  public void hit() {
    hits.count(cache);
  }

  /** It had not. */
  public void miss() {
    misses.count(cache);
  }
}
