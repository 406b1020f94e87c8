package org.wenshu.knowledge;

import java.util.Arrays;

/** An embedding. Immutable. */
public final class Vector {
  private final float[] values;

  private Vector(float[] values) {
    this.values = values;
  }

  /** A vector of these numbers, which it takes over: they must not be changed any more. */
  public static Vector of(float... values) {
    return new Vector(values);
  }

  /** How many numbers there are. */
  public int dimension() {
    return values.length;
  }

  /** The number at that place. */
  public float at(int index) {
    return values[index];
  }

  /** A copy of the numbers. */
  public float[] toArray() {
    return values.clone();
  }

  /** Whether there are numbers, none of them infinite or NaN. */
  public boolean isFinite() {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return values.length > 0;
  }

  /** The same direction with length one; empty of direction, it stays as it is. */
  public Vector normalized() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    float[] unit = values.clone();
    if (sum > 0) {
      double scale = 1 / Math.sqrt(sum);
      for (int i = 0; i < unit.length; i++) {
        unit[i] = (float) (unit[i] * scale);
      }
    }
    return new Vector(unit);
  }

  /** The sum of the products, which for vectors of length one is the cosine. */
  public float dot(Vector other) {
    return dot(values, 0, other.values);
  }

  /** The dot product of a vector with the numbers that begin at that place. */
  public static float dot(float[] many, int offset, float[] one) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < one.length; i += 4) {
      a += many[offset + i] * one[i];
      b += many[offset + i + 1] * one[i + 1];
      c += many[offset + i + 2] * one[i + 2];
      d += many[offset + i + 3] * one[i + 3];
    }
    for (; i < one.length; i++) {
      a += many[offset + i] * one[i];
    }
    return a + b + c + d;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector vector && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Vector of " + values.length;
  }
}
