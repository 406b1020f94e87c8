package org.wenshu.launcher.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes orders with their items; an order's amount is the sum of its items. */
final class DemoOrders {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final int CHEAP = 200;
  private static final int DEAR = 600;
  private static final double[] DISCOUNTS = {1, 1, 1, 0.95, 0.9};

  private final List<DemoUser> users;
  private final List<List<DemoProduct>> productsByTaste;
  private final DemoClock clock;
  private final Random random;

  DemoOrders(List<DemoUser> users, List<DemoProduct> products, DemoClock clock, Random random) {
    this.users = users;
    this.productsByTaste =
        List.of(
            products.stream().filter(product -> product.price().intValue() < CHEAP).toList(),
            products,
            products.stream().filter(product -> product.price().intValue() > DEAR).toList());
    this.clock = clock;
    this.random = random;
  }

  private record Placed(DemoUser user, int daysAgo) {}

  private record Item(DemoProduct product, int quantity, BigDecimal unitPrice) {
    BigDecimal total() {
      return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
  }

  int load(Connection connection) throws SQLException {
    try (BatchInsert orders =
            new BatchInsert(
                connection,
                "orders",
                List.of("id", "order_no", "user_id", "amount", "status", "created_at"));
        BatchInsert items =
            new BatchInsert(
                connection,
                "order_items",
                List.of("order_id", "product_id", "quantity", "unit_price", "total_price"))) {
      List<List<Item>> baskets = new ArrayList<>();
      for (Placed placed : placed()) {
        baskets.add(basket(placed.user()));
        addOrder(orders, baskets.size(), placed, baskets.get(baskets.size() - 1));
      }
      // Items follow when all orders are in: they refer to them.
      int rows = orders.finish();
      for (int order = 1; order <= baskets.size(); order++) {
        addItems(items, order, baskets.get(order - 1));
      }
      return rows + items.finish();
    }
  }

  /** Who orders on which day, oldest first; business grows, so recent days see more. */
  private List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    for (DemoUser user : users) {
      for (int i = 0; i < user.orders(); i++) {
        placed.add(new Placed(user, (int) (user.age() * Math.pow(random.nextDouble(), 1.5))));
      }
    }
    placed.sort(Comparator.comparingInt(Placed::daysAgo).reversed());
    return placed;
  }

  private void addOrder(BatchInsert insert, int id, Placed placed, List<Item> basket)
      throws SQLException {
    LocalDateTime created = clock.daysAgo(placed.daysAgo(), random);
    insert.add(
        id,
        "SO%s%06d".formatted(DAY.format(created), id),
        placed.user().id(),
        basket.stream().map(Item::total).reduce(BigDecimal.ZERO, BigDecimal::add),
        status(placed.daysAgo()),
        created);
  }

  private static void addItems(BatchInsert insert, int order, List<Item> basket)
      throws SQLException {
    for (Item item : basket) {
      insert.add(order, item.product().id(), item.quantity(), item.unitPrice(), item.total());
    }
  }

  private List<Item> basket(DemoUser user) {
    Map<Integer, Item> basket = new LinkedHashMap<>();
    List<DemoProduct> choice = productsByTaste.get(user.taste());
    int items = 1 + random.nextInt(4);
    for (int i = 0; i < items; i++) {
      DemoProduct product = choice.get(random.nextInt(choice.size()));
      basket.put(product.id(), new Item(product, 1 + random.nextInt(3), unitPrice(product)));
    }
    return List.copyOf(basket.values());
  }

  private BigDecimal unitPrice(DemoProduct product) {
    double discount = DISCOUNTS[random.nextInt(DISCOUNTS.length)];
    return product.price().multiply(BigDecimal.valueOf(discount)).setScale(2, RoundingMode.HALF_UP);
  }

  private String status(int daysAgo) {
    int kind = random.nextInt(100);
    if (kind < 9) {
      return "cancelled";
    }
    if (daysAgo <= 3) {
      return kind < 40 ? "pending" : "paid";
    }
    if (kind < 15) {
      return "refunded";
    }
    return kind < 20 ? "paid" : kind < 22 ? "pending" : "delivered";
  }
}
