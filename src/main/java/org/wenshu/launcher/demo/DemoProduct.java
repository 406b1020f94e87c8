package org.wenshu.launcher.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A product as the shop sells it; ids run from 1 in list order. */
record DemoProduct(int id, String name, String category, BigDecimal price, BigDecimal cost) {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** All products, fifteen of each lower category. */
  static List<DemoProduct> draw(Random random) {
    List<DemoProduct> products = new ArrayList<>();
    Set<BigDecimal> prices = new HashSet<>();
    for (List<String> kind : DemoLines.read("products")) {
      for (String brand : DemoLines.words(kind.get(2))) {
        for (String noun : DemoLines.words(kind.get(3))) {
          BigDecimal price = price(kind, prices, random);
          products.add(
              new DemoProduct(
                  products.size() + 1, brand + noun, kind.get(1), price, cost(price, random)));
        }
      }
    }
    return products;
  }

  /** Spread evenly over the orders of magnitude; no two alike, so that rankings have no ties. */
  private static BigDecimal price(List<String> kind, Set<BigDecimal> taken, Random random) {
    double low = Math.log(Double.parseDouble(kind.get(4)));
    double high = Math.log(Double.parseDouble(kind.get(5)));
    double drawn = Math.exp(low + random.nextDouble() * (high - low));
    BigDecimal price = BigDecimal.valueOf(drawn).setScale(1, RoundingMode.HALF_UP).setScale(2);
    while (!taken.add(price)) {
      price = price.add(CENT);
    }
    return price;
  }

  /** Usually well below the price; a few products lose money. */
  private static BigDecimal cost(BigDecimal price, Random random) {
    double share = random.nextInt(25) == 0 ? 1.05 : 0.45 + 0.4 * random.nextDouble();
    return price.multiply(BigDecimal.valueOf(share)).setScale(2, RoundingMode.HALF_UP);
  }
}
