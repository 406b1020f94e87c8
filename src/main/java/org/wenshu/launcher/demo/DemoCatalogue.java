package org.wenshu.launcher.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes categories of two levels and the products of the lower one. */
final class DemoCatalogue {
  private static final int OLDEST_DAYS = 900;

  private final List<DemoProduct> products;
  private final DemoClock clock;
  private final Random random;

  DemoCatalogue(List<DemoProduct> products, DemoClock clock, Random random) {
    this.products = products;
    this.clock = clock;
    this.random = random;
  }

  int load(Connection connection) throws SQLException {
    Map<String, Integer> categories = new LinkedHashMap<>();
    return loadCategories(connection, categories) + loadProducts(connection, categories);
  }

  private static int loadCategories(Connection connection, Map<String, Integer> ids)
      throws SQLException {
    try (BatchInsert insert =
        new BatchInsert(connection, "categories", List.of("id", "name", "parent_id"))) {
      for (List<String> kind : DemoLines.read("products")) {
        String parent = kind.get(0);
        if (!ids.containsKey(parent)) {
          ids.put(parent, ids.size() + 1);
          insert.add(ids.get(parent), parent, null);
        }
        ids.put(kind.get(1), ids.size() + 1);
        insert.add(ids.get(kind.get(1)), kind.get(1), ids.get(parent));
      }
      return insert.finish();
    }
  }

  private int loadProducts(Connection connection, Map<String, Integer> categories)
      throws SQLException {
    List<String> columns =
        List.of(
            "id",
            "name",
            "description",
            "price",
            "cost",
            "category_id",
            "stock_quantity",
            "status",
            "created_at");
    try (BatchInsert insert = new BatchInsert(connection, "products", columns)) {
      for (DemoProduct product : products) {
        insert.add(
            product.id(),
            product.name(),
            description(product),
            product.price(),
            product.cost(),
            categories.get(product.category()),
            stock(),
            random.nextInt(8) == 0 ? "inactive" : "active",
            clock.daysAgo(30 + random.nextInt(OLDEST_DAYS), random));
      }
      return insert.finish();
    }
  }

  private String description(DemoProduct product) {
    return random.nextInt(10) == 0
        ? null
        : "%s，%s类热销，支持七天无理由退货".formatted(product.name(), product.category());
  }

  private int stock() {
    return random.nextInt(12) == 0 ? random.nextInt(10) : 10 + random.nextInt(490);
  }
}
