package org.wenshu.ask;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers given lately, for those who ask the same under the same rights (contract of the RAG query
 * protocol, section 9). Thread-safe; bounded by an estimate of its bytes, what was not asked for
 * longest goes first.
 */
public final class AnswerCache {
  private final Cache<AnswerKey, Answer> kept;
  private final long maxBytes;

  /**
   * A cache of that size.
   *
   * @param maxBytes estimated bytes of all answers together; 0 keeps none
   * @param lifetime how long an answer may be given again
   */
  public AnswerCache(long maxBytes, Duration lifetime) {
    this.maxBytes = maxBytes;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((AnswerKey key, Answer answer) -> AnswerSize.bytes(key, answer))
            .expireAfterWrite(lifetime)
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  /** A cache that keeps nothing. */
  public static AnswerCache none() {
    return new AnswerCache(0, Duration.ZERO);
  }

  Optional<Answer> find(AnswerKey key) {
    return Optional.ofNullable(kept.getIfPresent(key));
  }

  /** Keeps what is worth it: no empty answer, and none that came about in an unusual way. */
  void keep(AnswerKey key, Answer answer) {
    if (!answer.rows().rows().isEmpty() && answer.notices().isEmpty()) {
      kept.put(key, answer);
    }
  }

  /** Forgets all. */
  public void clear() {
    kept.invalidateAll();
  }

  /** How many answers are kept, an estimate. */
  public long size() {
    return kept.estimatedSize();
  }

  /** What they take, an estimate. */
  public long bytes() {
    return kept.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** What they may take; 0 when none is kept. */
  public long maxBytes() {
    return maxBytes;
  }

  /** How often an answer was found. */
  public long hits() {
    return kept.stats().hitCount();
  }

  /** How often none was found. */
  public long misses() {
    return kept.stats().missCount();
  }
}
