package org.wenshu.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.wenshu.question.RowWindow;

/**
 * Judgements of drafts that come again. A judgement follows from the draft, the window and the
 * schema as the caller may know it and from nothing else; the schema is told by identity, so that
 * no other catalogue and no other policy ever shares one. Thread-safe; bounded by the characters of
 * the drafts.
 */
final class RememberedJudgements {
  private static final long MOST_CHARS = 400_000;
  private static final int LEAST_CHARS = 200;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  private final Cache<Key, Judgement> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARS)
          .weigher((Key key, Judgement judgement) -> LEAST_CHARS + key.draft().length())
          .expireAfterAccess(UNUSED)
          .executor(Runnable::run)
          .build();

  /** The schema has no equality but identity. */
  private record Key(PermittedSchema schema, String draft, Optional<RowWindow> window) {}

  Judgement get(
      PermittedSchema schema, String draft, Optional<RowWindow> window, Supplier<Judgement> judge) {
    Key key = new Key(schema, draft, window);
    Judgement known = kept.getIfPresent(key);
    if (known != null) {
      return known;
    }
    Judgement judged = judge.get();
    kept.put(key, judged);
    return judged;
  }
}
