package org.wenshu.knowledge;

import java.util.List;

/** The embeddings of entities. All of a collection have one dimension. Thread-safe. */
public interface GraphEmbeddings extends ItemStore<EntityVector> {
  /**
   * The entities nearest to the vector, best first, each once; none where the collection is unknown
   * or its vectors are of another dimension.
   */
  List<ScoredEntity> nearest(CollectionId collection, Vector vector, int limit);
}
