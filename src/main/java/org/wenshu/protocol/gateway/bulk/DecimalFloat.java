package org.wenshu.protocol.gateway.bulk;

/**
 * The float nearest to a decimal number, in a few operations where two doubles' roundings cannot
 * change it. Stateless.
 */
final class DecimalFloat {
  /** Larger powers of ten are no doubles. */
  private static final int MOST_EXPONENT = 22;

  private static final double[] POWERS = new double[MOST_EXPONENT + 1];

  /** What a float does not hold of a double. */
  private static final long BELOW = (1L << 29) - 1;

  private static final long HALF = 1L << 28;

  /** The number as a double is wrong by less than this many of its last places. */
  private static final long ERROR = 4;

  static {
    double power = 1;
    for (int i = 0; i <= MOST_EXPONENT; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  private DecimalFloat() {}

  /**
   * The digits, not negative and at most 18, times that power of ten; NaN when it takes more to
   * know.
   */
  static float of(long digits, int exponent) {
    if (digits == 0) {
      return 0;
    }
    if (exponent < -MOST_EXPONENT || exponent > MOST_EXPONENT) {
      return Float.NaN;
    }
    double near = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    long rest = Double.doubleToRawLongBits(near) & BELOW;
    boolean decided = rest < HALF - ERROR || rest > HALF + ERROR;
    return decided && near >= Float.MIN_NORMAL && near < Float.MAX_VALUE ? (float) near : Float.NaN;
  }
}
