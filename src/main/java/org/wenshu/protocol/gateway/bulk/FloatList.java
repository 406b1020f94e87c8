package org.wenshu.protocol.gateway.bulk;

import java.util.Arrays;
import org.wenshu.knowledge.Vector;

/** The numbers of a vector, as they are read. For one thread. */
final class FloatList {
  private static final int USUAL_DIMENSION = 384;

  private float[] numbers = new float[USUAL_DIMENSION];
  private int size;

  void add(float number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  boolean isEmpty() {
    return size == 0;
  }

  Vector toVector() {
    return Vector.of(size == numbers.length ? numbers : Arrays.copyOf(numbers, size));
  }
}
