package org.wenshu.knowledge.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.wenshu.knowledge.Vector;

/**
 * Searches the indexes of collections, and compares what they do not have yet. Keeps the indexes
 * that were used last, within the configured memory. Thread-safe.
 */
public final class IndexedSearch implements VectorSearch, AutoCloseable {
  /** So few are compared each time rather than indexed. */
  private static final int FEW = 200;

  private final VectorSource source;
  private final VectorConfig config;
  private final Executor background;
  private final Map<Integer, VectorIndex> indexes = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A search without indexes.
   *
   * @param background makes them
   */
  public IndexedSearch(VectorSource source, VectorConfig config, Executor background) {
    this.source = source;
    this.config = config;
    this.background = background;
  }

  @Override
  public List<Hit> nearest(VectorSource.State state, Vector vector, int limit) {
    Vector unit = vector.normalized();
    BestHits best = new BestHits(limit);
    VectorIndex index = index(state);
    NearestVectors view = index.view();
    long known = view.offer(unit, limit, best) ? view.upTo() : 0;
    int[] fresh = {0};
    source.each(
        state.shelf(),
        known,
        (number, stored) -> {
          fresh[0]++;
          best.offer(number, stored.normalized().dot(unit));
        });
    if (fresh[0] > FEW || (known == 0 && fresh[0] > 0)) {
      index.follow(background, this::trim);
    }
    return best.toList();
  }

  /** Makes the indexes of all collections, one after the other. Slow; may be left out. */
  public void prepare() {
    for (VectorSource.State state : source.all()) {
      index(state).read();
      trim();
    }
  }

  private synchronized VectorIndex index(VectorSource.State state) {
    VectorIndex known = indexes.get(state.shelf());
    if (known != null && known.isOf(state)) {
      return known;
    }
    if (known != null) {
      known.close();
    }
    VectorIndex made = new VectorIndex(source, state, config);
    indexes.put(state.shelf(), made);
    return made;
  }

  /** Gives up the indexes that were not used for longest, while there are too many. */
  private synchronized void trim() {
    List<Integer> oldest = new ArrayList<>(indexes.keySet());
    long bytes = indexes.values().stream().mapToLong(VectorIndex::bytes).sum();
    for (int shelf : oldest) {
      boolean tooMany = indexes.size() > config.maxIndexes() || bytes > config.memoryBytes();
      if (!tooMany || indexes.size() == 1) {
        return;
      }
      VectorIndex given = indexes.remove(shelf);
      bytes -= given.bytes();
      given.close();
    }
  }

  /** Gives up all indexes. */
  @Override
  public synchronized void close() {
    indexes.values().forEach(VectorIndex::close);
    indexes.clear();
  }
}
