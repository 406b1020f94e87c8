package org.wenshu.knowledge.vector;

import java.util.List;
import org.wenshu.knowledge.Vector;

/** Finds the nearest vectors of one kind. Thread-safe. */
public interface VectorSearch {
  /** The nearest, best first, of a collection in that state. */
  List<Hit> nearest(VectorSource.State state, Vector vector, int limit);
}
