package org.wenshu.knowledge;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows who holds back items of a collection in order to write many at once, and has them written
 * before somebody reads there. Thread-safe.
 */
public final class PendingWrites {
  /** Holds items back. */
  @FunctionalInterface
  public interface Writer {
    /** Returns when everything taken so far is written or has failed; bounded in time. */
    void flush();
  }

  private final Map<CollectionId, Set<Writer>> writers = new ConcurrentHashMap<>();

  /** Nobody holds anything back. */
  public PendingWrites() {}

  /** From now on that writer may hold back items of the collection. */
  public void add(CollectionId collection, Writer writer) {
    writers.compute(
        collection,
        (id, known) -> {
          Set<Writer> set = known == null ? ConcurrentHashMap.newKeySet() : known;
          set.add(writer);
          return set;
        });
  }

  /** It does so no more. */
  public void remove(CollectionId collection, Writer writer) {
    writers.computeIfPresent(
        collection,
        (id, known) -> {
          known.remove(writer);
          return known.isEmpty() ? null : known;
        });
  }

  /** Returns when what was held back of the collection is written. */
  public void settle(CollectionId collection) {
    Set<Writer> waiting = writers.get(collection);
    if (waiting != null) {
      waiting.forEach(Writer::flush);
    }
  }

  /** Returns when what was held back in the scope is written. */
  public void settle(Scope scope) {
    for (CollectionId collection : writers.keySet()) {
      boolean meant =
          scope.user().map(collection.user()::equals).orElse(true)
              && scope.name().map(collection.name()::equals).orElse(true);
      if (meant) {
        settle(collection);
      }
    }
  }
}
