package org.wenshu.knowledge.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Vector;
import org.wenshu.knowledge.vector.Hit;
import org.wenshu.knowledge.vector.VectorSearch;
import org.wenshu.knowledge.vector.VectorSource.State;

/** Finds the items whose vectors are nearest, each meaning once. Thread-safe. */
final class NearestItems<T> {
  private final JdbcItems<T> items;
  private final JdbcVectorSource<T> source;
  private final VectorSearch search;

  NearestItems(JdbcItems<T> items, JdbcVectorSource<T> source, VectorSearch search) {
    this.items = items;
    this.source = source;
    this.search = search;
  }

  /**
   * The nearest, best first, with their scores.
   *
   * @param meaning what an item stands for; of several with the same the best is told
   */
  <K> Map<K, Float> nearest(
      CollectionId collection, Vector vector, int limit, Function<T, K> meaning) {
    items.settle(collection);
    Optional<State> state = source.state(collection);
    if (limit <= 0
        || state.isEmpty()
        || state.get().dimension() != vector.dimension()
        || !vector.isFinite()) {
      return Map.of();
    }
    for (int width = limit; ; width *= 4) {
      List<Hit> hits = search.nearest(state.get(), vector, width);
      Map<K, Float> found = distinct(hits, limit, meaning);
      if (found.size() == limit || hits.size() < width) {
        return found;
      }
    }
  }

  private <K> Map<K, Float> distinct(List<Hit> hits, int limit, Function<T, K> meaning) {
    Map<Long, T> stored = source.items(hits);
    Map<K, Float> found = new LinkedHashMap<>();
    for (Hit hit : hits) {
      T item = stored.get(hit.number());
      if (item != null && found.size() < limit) {
        found.putIfAbsent(meaning.apply(item), hit.score());
      }
    }
    return found;
  }
}
