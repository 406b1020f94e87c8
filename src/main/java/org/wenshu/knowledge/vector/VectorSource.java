package org.wenshu.knowledge.vector;

import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Vector;

/**
 * Where the vectors of one kind are stored. Their numbers grow in the order in which they become
 * visible, so that whoever knows all up to one misses none by reading on from there. Thread-safe.
 */
public interface VectorSource {
  /**
   * What is known of the vectors of a collection.
   *
   * @param shelf the collection's number, which no other has or will have
   * @param dimension of each vector
   * @param generation changes when vectors are removed
   */
  record State(int shelf, int dimension, long generation) {}

  /** Takes one vector after the other. */
  @FunctionalInterface
  interface Visitor {
    void visit(long number, Vector vector);
  }

  /** The collection's state; empty where it is unknown or has no vectors. */
  Optional<State> state(CollectionId collection);

  /** The states of all collections that have vectors. */
  List<State> all();

  /** Reads the vectors with greater numbers, in their order, in constant memory. */
  void each(int shelf, long after, Visitor visitor);
}
