package org.wenshu.knowledge.vector;

import java.util.List;
import org.wenshu.knowledge.Vector;

/** Compares all vectors of the collection, as they are read. Thread-safe. */
public final class ScanningSearch implements VectorSearch {
  private final VectorSource source;

  /** A search among those vectors. */
  public ScanningSearch(VectorSource source) {
    this.source = source;
  }

  @Override
  public List<Hit> nearest(VectorSource.State state, Vector vector, int limit) {
    Vector unit = vector.normalized();
    BestHits best = new BestHits(limit);
    source.each(
        state.shelf(), 0, (number, stored) -> best.offer(number, stored.normalized().dot(unit)));
    return best.toList();
  }
}
