package org.wenshu.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessRule;
import org.wenshu.security.policy.AccessRule.Effect;
import org.wenshu.security.policy.AccessRule.Level;
import org.wenshu.security.policy.AccessRule.Subject;

/**
 * Somebody of whom something is withheld, told twice: by rules, and by views written by hand.
 *
 * @param views of the demo schema, by the name of the table they stand for; a table without one
 *     stands for itself
 * @param closed tables that do not exist
 */
record PolicyCaller(Caller caller, Map<String, String> views, Set<String> closed) {
  private static final String CITIES = "SELECT user_id FROM %suser_profiles WHERE city IN (%s)";

  /** What the rules say of all of them. */
  static List<AccessRule> rules() {
    String inCities = CITIES.formatted("", ":city");
    return List.of(
        role("regional", Effect.FILTER_ROWS, "user_profiles", "", "city IN (:city)"),
        role("regional", Effect.FILTER_ROWS, "users", "", "id IN (" + inCities + ")"),
        role("regional", Effect.FILTER_ROWS, "orders", "", "user_id IN (" + inCities + ")"),
        role("support", Effect.MASK_COLUMN, "users", "phone", "CONCAT(LEFT(phone, 3), '****')"),
        role("support", Effect.MASK_COLUMN, "users", "email", ""),
        role("support", Effect.FILTER_ROWS, "orders", "", "created_at >= '2025-01-01'"),
        role("support", Effect.FILTER_ROWS, "orders", "", "status = 'pending'"),
        role("shop", Effect.DENY_COLUMN, "products", "cost", ""),
        role("shop", Effect.FILTER_ROWS, "products", "", "status = 'active'"),
        role(
            "shop",
            Effect.FILTER_ROWS,
            "order_items",
            "",
            "product_id IN (SELECT p.id FROM products p WHERE p.status = 'active')"),
        new AccessRule(
            new Subject(Level.CALLER, "li"), Effect.DENY_TABLE, AccessRule.EVERY, "", ""),
        new AccessRule(new Subject(Level.CALLER, "li"), Effect.ALLOW_TABLE, "products", "", ""),
        new AccessRule(new Subject(Level.CALLER, "li"), Effect.ALLOW_TABLE, "categories", "", ""),
        new AccessRule(new Subject(Level.CALLER, "li"), Effect.ALLOW_TABLE, "order_items", "", ""));
  }

  /** One who may read all, and four who may not. */
  static Stream<PolicyCaller> all() {
    String inCities = CITIES.formatted("shop.", "'北京', '上海'");
    return Stream.of(
        new PolicyCaller(new Caller("director"), Map.of(), Set.of()),
        new PolicyCaller(
            caller("zhao", "regional", Set.of(), Map.of("city", List.of("北京", "上海"))),
            Map.of(
                "users", "SELECT * FROM shop.users WHERE id IN (" + inCities + ")",
                "orders", "SELECT * FROM shop.orders WHERE user_id IN (" + inCities + ")",
                "user_profiles", "SELECT * FROM shop.user_profiles WHERE city IN ('北京', '上海')"),
            Set.of()),
        new PolicyCaller(
            caller("qian", "support", Set.of(), Map.of()),
            Map.of(
                "users",
                "SELECT id, name, NULL AS email, CONCAT(LEFT(phone, 3), '****') AS phone, status,"
                    + " created_at FROM shop.users",
                "orders",
                "SELECT * FROM shop.orders WHERE status = 'pending' OR created_at >="
                    + " '2025-01-01'"),
            Set.of()),
        new PolicyCaller(
            caller("li", "shop", Set.of(), Map.of()),
            Map.of(
                "products",
                "SELECT id, name, description, price, category_id, stock_quantity, status,"
                    + " created_at FROM shop.products WHERE status = 'active'",
                "order_items",
                "SELECT i.* FROM shop.order_items i JOIN shop.products p ON p.id = i.product_id"
                    + " WHERE p.status = 'active'"),
            Set.of(
                "users",
                "orders",
                "user_profiles",
                "employees",
                "departments",
                "projects",
                "project_hours",
                "ticks")),
        new PolicyCaller(
            caller("sun", "auditor", Set.of("table:orders:read", "users:read"), Map.of()),
            Map.of(),
            Set.of(
                "products",
                "categories",
                "order_items",
                "user_profiles",
                "employees",
                "departments",
                "projects",
                "project_hours",
                "ticks")));
  }

  private static AccessRule role(
      String role, Effect effect, String table, String column, String expression) {
    return new AccessRule(new Subject(Level.ROLE, role), effect, table, column, expression);
  }

  private static Caller caller(
      String name, String role, Set<String> permissions, Map<String, List<String>> attributes) {
    return new Caller(name, Set.of(role), permissions, attributes);
  }

  @Override
  public String toString() {
    return caller.name();
  }
}
