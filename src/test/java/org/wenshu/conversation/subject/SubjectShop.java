package org.wenshu.conversation.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** The catalogue of a shop: only names and keys matter. */
final class SubjectShop {
  private SubjectShop() {}

  static SchemaSnapshot schema() {
    return SchemaSnapshot.of(
        "shop",
        "1",
        Instant.EPOCH,
        List.of(
            table("categories", List.of("id"), "id", "name"),
            table("order_items", List.of("order_id", "product_id"), "order_id", "product_id"),
            table("orders", List.of("id"), "id", "user_id", "amount", "status"),
            table("products", List.of("id"), "id", "category_id", "name", "price"),
            table("secrets", List.of("code"), "code", "note"),
            table("users", List.of("id"), "id", "name", "email", "status")));
  }

  private static Table table(String name, List<String> key, String... columns) {
    List<Column> all = new ArrayList<>();
    for (String column : columns) {
      Column made =
          new Column(
              column, all.size() + 1, "int", "int", true, "", kind(column, key), List.of(), false);
      all.add(name.equals("secrets") ? made.withhold() : made);
    }
    return new Table(name, false, "", all, key, List.of(), 10);
  }

  private static Column.Key kind(String column, List<String> key) {
    if (key.contains(column)) {
      return Column.Key.PRIMARY;
    }
    return column.equals("email") ? Column.Key.UNIQUE : Column.Key.NONE;
  }
}
