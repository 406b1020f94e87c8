package org.wenshu.knowledge;

import java.util.List;

/** The triples. Thread-safe. */
public interface TripleStore extends ItemStore<Triple> {
  /**
   * The triples that match exactly, in a stable order; none where the collection is unknown. Each
   * of the eight combinations of given parts is read by an index.
   */
  List<Triple> find(CollectionId collection, TriplePattern pattern, int limit);
}
