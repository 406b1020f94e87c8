package org.wenshu.knowledge.vector;

import org.wenshu.knowledge.Vector;

/** Vectors that can be searched, up to a number. Immutable. */
interface NearestVectors {
  /** All vectors with numbers up to this one are among them. */
  long upTo();

  /**
   * Offers the best of them.
   *
   * @return false when they cannot be searched any more, because their index was closed
   */
  boolean offer(Vector unit, int limit, BestHits best);
}
