package org.wenshu.knowledge;

import java.util.List;

/** The embeddings of pieces of documents. All of a collection have one dimension. Thread-safe. */
public interface DocumentEmbeddings extends ItemStore<ChunkVector> {
  /**
   * The pieces nearest to the vector, best first, each once; none where the collection is unknown
   * or its vectors are of another dimension. A piece imported by its id alone has the text that
   * {@link ChunkStore} knows, if any.
   */
  List<ScoredChunk> nearest(CollectionId collection, Vector vector, int limit);
}
