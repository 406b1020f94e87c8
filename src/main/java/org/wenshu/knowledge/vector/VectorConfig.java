package org.wenshu.knowledge.vector;

/**
 * Settings of the search among vectors, all {@code wenshu.knowledge.*}.
 *
 * @param exactUpTo so many vectors of a collection are all compared; a graph of neighbours serves
 *     more ({@code exact-up-to})
 * @param candidates how many neighbours the graph is asked for at least; more find more of the true
 *     ones and take longer ({@code candidates})
 * @param memoryBytes what vectors that are compared may take together ({@code vector-memory})
 * @param maxIndexes collections that have an index at once ({@code max-indexes})
 */
public record VectorConfig(int exactUpTo, int candidates, long memoryBytes, int maxIndexes) {
  /** Something must fit. */
  public VectorConfig {
    if (exactUpTo < 1 || candidates < 1 || maxIndexes < 1) {
      throw new IllegalArgumentException("wenshu.knowledge: indexes need some room");
    }
  }

  /** As measured: see docs/benchmarks.md. */
  public static VectorConfig defaults() {
    return new VectorConfig(20_000, 200, 64L << 20, 64);
  }
}
