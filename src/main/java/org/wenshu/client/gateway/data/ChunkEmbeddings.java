package org.wenshu.client.gateway.data;

import java.util.List;

/**
 * A piece of a document and the vectors that stand for it.
 *
 * @param chunk the text of the piece
 * @param embeddings one or more vectors, all of one dimension in a collection
 */
public record ChunkEmbeddings(String chunk, List<Embedding> embeddings) {
  /** A piece with its vectors, which are copied. */
  public ChunkEmbeddings {
    embeddings = List.copyOf(embeddings);
  }

  /** A piece with one vector. */
  public static ChunkEmbeddings of(String chunk, float... numbers) {
    return new ChunkEmbeddings(chunk, List.of(Embedding.of(numbers)));
  }
}
