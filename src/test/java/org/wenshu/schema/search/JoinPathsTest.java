package org.wenshu.schema.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenshu.schema.TestSchemas.referring;
import static org.wenshu.schema.TestSchemas.snapshot;
import static org.wenshu.schema.TestSchemas.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

class JoinPathsTest {
  private static final SchemaSnapshot SHOP =
      snapshot(
          table("users"),
          table("products"),
          table("Lonely"),
          referring("orders", "users"),
          referring("Order_Items", "orders", "products"),
          referring("a1", "users"),
          referring("a2", "a1"),
          referring("a3", "a2"),
          referring("a4", "a3"),
          referring("a5", "a4"));
  private final JoinPaths paths = new JoinPaths(SHOP);

  private Set<String> between(int limit, String... names) {
    List<Table> found = Stream.of(names).map(n -> SHOP.table(n).orElseThrow()).toList();
    return paths.between(found, limit);
  }

  @Test
  void findsTheTablesBetween() {
    assertThat(between(5, "users", "products")).containsExactlyInAnyOrder("orders", "order_items");
  }

  @Test
  void addsNothingToNeighbours() {
    assertThat(between(5, "users", "orders", "order_items")).isEmpty();
  }

  @Test
  void addsNothingForTablesThatCannotBeJoined() {
    assertThat(between(5, "users", "lonely")).isEmpty();
  }

  @Test
  void goesFourStepsAndNotFive() {
    assertThat(between(9, "users", "a4")).containsExactlyInAnyOrder("a1", "a2", "a3");
    assertThat(between(9, "users", "a5")).isEmpty();
  }

  @Test
  void neverAddsMoreThanTheLimit() {
    assertThat(between(1, "users", "products")).hasSize(1);
  }
}
