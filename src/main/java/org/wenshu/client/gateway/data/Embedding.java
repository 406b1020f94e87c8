package org.wenshu.client.gateway.data;

import java.util.Arrays;

/** A vector that stands for a text. Immutable. */
public final class Embedding {
  private final float[] numbers;

  private Embedding(float[] numbers) {
    this.numbers = numbers;
  }

  /** An embedding of these numbers, which are copied. */
  public static Embedding of(float... numbers) {
    return new Embedding(numbers.clone());
  }

  /** How many numbers it has. */
  public int dimension() {
    return numbers.length;
  }

  /**
   * One of its numbers.
   *
   * @throws IndexOutOfBoundsException if there is none at this index
   */
  public float at(int index) {
    return numbers[index];
  }

  /** A copy of its numbers. */
  public float[] toArray() {
    return numbers.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return "Embedding[dimension=" + numbers.length + "]";
  }
}
