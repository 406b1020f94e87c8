package org.wenshu.client.gateway.data;

import java.util.List;

/**
 * A part of a knowledge core.
 *
 * @param triples statements; may be empty
 * @param entities entities with the vectors that stand for them; may be empty
 */
public record CorePart(List<Triple> triples, List<EntityEmbeddings> entities) {
  /** A part with both, which are copied. */
  public CorePart {
    triples = List.copyOf(triples);
    entities = List.copyOf(entities);
  }

  /** A part of statements. */
  public static CorePart ofTriples(List<Triple> triples) {
    return new CorePart(triples, List.of());
  }

  /** A part of vectors. */
  public static CorePart ofEntities(List<EntityEmbeddings> entities) {
    return new CorePart(List.of(), entities);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return triples.isEmpty() && entities.isEmpty();
  }
}
