package org.wenshu.client.gateway.data;

import java.util.List;

/**
 * The vectors of a text.
 *
 * @param vectors one for each text
 */
public record EmbeddingsResult(List<Embedding> vectors) {
  /** Vectors, copied. */
  public EmbeddingsResult {
    vectors = List.copyOf(vectors);
  }
}
