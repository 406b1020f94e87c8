package org.wenshu.schema.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenshu.schema.TestSchemas.commented;
import static org.wenshu.schema.TestSchemas.snapshot;
import static org.wenshu.schema.TestSchemas.table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.schema.SchemaSnapshot;

class SimilarTablesTest {
  private static final SchemaSnapshot SHOP =
      snapshot(
          commented("users", "用户", "id"),
          commented("orders", "订单", "id"),
          table("order_items", "id"),
          table("products", "id"));

  private final SimilarTables similar = new SimilarTables();

  @ParameterizedTest
  @CsvSource({
    "user, users",
    "USERS, users",
    "usres, users",
    "producs, products",
    "orderitem, order_items",
    "itemsOfOrder, order_items",
    "order, orders",
    "用户表, users",
  })
  void namesWhatWasProbablyMeantFirst(String unknown, String meant) {
    assertThat(similar.to(unknown, SHOP, 3)).startsWith(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzz", "", "天气", "weather_forecast"})
  void namesNothingThatIsUnlike(String unknown) {
    assertThat(similar.to(unknown, SHOP, 3)).isEmpty();
  }

  @Test
  void keepsToTheLimit() {
    assertThat(similar.to("order", SHOP, 1)).containsExactly("orders");
  }

  @Test
  void takesItsTimeForNoName() {
    assertThat(similar.to("orders".repeat(100_000), SHOP, 3)).isEmpty();
  }
}
