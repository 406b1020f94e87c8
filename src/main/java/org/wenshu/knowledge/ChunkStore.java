package org.wenshu.knowledge;

import java.util.Collection;
import java.util.List;

/** The pieces of documents. Thread-safe. */
public interface ChunkStore extends ItemStore<Chunk> {
  /** Those of these ids that there are. */
  List<Chunk> of(CollectionId collection, Collection<String> ids);

  /** Removes the pieces of a document, and their embeddings. */
  void deleteDocument(CollectionId collection, String document);
}
