package org.wenshu.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are shown: amounts and percentages to two decimals, sizes whole (section 6.1). */
final class Numbers {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Numbers() {}

  static BigDecimal whole(BigDecimal number) {
    return number.setScale(0, RoundingMode.HALF_UP);
  }

  static BigDecimal money(BigDecimal number) {
    return number.scale() > 2 ? number.setScale(2, RoundingMode.HALF_UP) : number;
  }

  static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
  }
}
