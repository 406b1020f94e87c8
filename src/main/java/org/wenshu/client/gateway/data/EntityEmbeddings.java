package org.wenshu.client.gateway.data;

import java.util.List;

/**
 * An entity of the graph and the vectors that stand for it.
 *
 * @param entity the entity
 * @param embeddings one or more vectors, all of one dimension in a collection
 */
public record EntityEmbeddings(Value entity, List<Embedding> embeddings) {
  /** An entity with its vectors, which are copied. */
  public EntityEmbeddings {
    embeddings = List.copyOf(embeddings);
  }

  /** An entity with one vector. */
  public static EntityEmbeddings of(String entity, float... numbers) {
    return new EntityEmbeddings(Value.uri(entity), List.of(Embedding.of(numbers)));
  }
}
