package org.wenshu.knowledge.store;

import java.util.Optional;
import org.wenshu.knowledge.Vector;

/** Judges vectors before they are stored. */
final class Vectors {
  static final int MAX_DIMENSION = 16_384;

  private Vectors() {}

  static Optional<String> problem(Vector vector) {
    if (vector.dimension() > MAX_DIMENSION) {
      return Optional.of("The vector has more than " + MAX_DIMENSION + " numbers");
    }
    return vector.isFinite()
        ? Optional.empty()
        : Optional.of("The vector is empty or has a number that is not finite");
  }
}
