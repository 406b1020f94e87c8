package org.wenshu.generation.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarConstructsTest {
  private final TestingShop shop = new TestingShop();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          查询今天的订单 | created_at >= CURDATE() AND created_at < CURDATE() + INTERVAL 1 DAY
          Show today's orders | created_at >= CURDATE() AND created_at < CURDATE() + INTERVAL 1 DAY
          查询上周的订单 | created_at >= NOW() - INTERVAL 1 WEEK
          查询2024年3月的订单 | created_at >= '2024-03-01' AND created_at < '2024-04-01'
          Show the orders of March 2024 | created_at >= '2024-03-01' AND created_at < '2024-04-01'
          Show orders after 2023 | created_at >= '2024-01-01'
          """)
  void readsTimesAsRangesAnIndexCanServe(String question, String condition) {
    assertThat(shop.sql(question)).isEqualTo("SELECT * FROM orders WHERE " + condition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          查询金额超过五百的订单 | amount > 500
          查询金额不低于1万的订单 | amount >= 10000
          Show orders with an amount of at least 1,000 | amount >= 1000
          Show orders whose amount is between 5 and 7.5 | amount BETWEEN 5 AND 7.5
          查询金额高于平均金额的订单 | amount > (SELECT AVG(amount) FROM orders)
          """)
  void readsNumbersOfBothLanguages(String question, String condition) {
    String sql = shop.sql(question).replace("orders_2.", "").replace(" AS orders_2", "");
    assertThat(sql.replace("orders.amount", "amount")).endsWith("WHERE " + condition);
  }

  @Test
  void readsMailProviders() {
    assertThat(shop.sql("查询邮箱是gmail的用户"))
        .isEqualTo("SELECT * FROM users WHERE email LIKE '%@gmail.com'");
  }

  @Test
  void joinsAlongTheKeysToTheNamedPerson() {
    assertThat(shop.sql("查询用户张三的所有订单信息"))
        .isEqualTo(
            "SELECT orders.* FROM orders JOIN users ON orders.user_id = users.id"
                + " WHERE users.name = '张三'");
  }

  @Test
  void readsAChineseNameInAnEnglishQuestion() {
    assertThat(shop.sql("Show all orders of the user 张三")).isEqualTo(shop.sql("查询用户张三的所有订单信息"));
  }

  @Test
  void countsRowsOfAnotherTableInASummaryByKey() {
    assertThat(shop.sql("查询订单数量超过5个的用户"))
        .contains("(SELECT user_id, COUNT(*) AS order_count FROM orders GROUP BY user_id)")
        .endsWith("WHERE orders_summary.order_count > 5");
  }

  @Test
  void keepsRowsWithoutPartnerWhenAskedTo() {
    assertThat(shop.sql("查询所有用户及其订单数量，包括没有订单的用户"))
        .contains("LEFT JOIN")
        .contains("COALESCE(orders_summary.order_count, 0)");
  }

  @Test
  void asksForWhatIsNotThere() {
    assertThat(shop.sql("Which users have no orders?"))
        .isEqualTo(
            "SELECT users.name FROM users WHERE NOT EXISTS"
                + " (SELECT 1 FROM orders WHERE orders.user_id = users.id)");
  }

  @Test
  void asksForTwoRowsWhereOneCannotMeetBothConditions() {
    assertThat(shop.sql("Show users with paid orders and pending orders"))
        .contains("orders.status = 'paid'")
        .contains("orders_2.status = 'pending'");
  }

  @Test
  void groupsByAColumnOnlyAsListed() {
    assertThat(shop.sql("统计各状态的用户数量"))
        .isEqualTo("SELECT status, COUNT(*) AS user_count FROM users GROUP BY status");
  }

  @Test
  void groupsByMonth() {
    assertThat(shop.sql("按月统计订单数量和总金额"))
        .isEqualTo(
            "SELECT DATE_FORMAT(created_at, '%Y-%m') AS month, COUNT(*) AS order_count, SUM(amount)"
                + " AS total_amount FROM orders GROUP BY DATE_FORMAT(created_at, '%Y-%m') ORDER BY"
                + " DATE_FORMAT(created_at, '%Y-%m')");
  }

  @Test
  void numbersTheBestOfEachGroup() {
    assertThat(shop.sql("查询各状态中金额最高的前3个订单"))
        .contains("ROW_NUMBER() OVER (PARTITION BY status ORDER BY amount DESC");
  }

  @Test
  void computesGrowthFromMonthToMonth() {
    assertThat(shop.sql("What is the month-over-month growth rate of the number of orders?"))
        .contains("LAG(order_count) OVER (ORDER BY month)");
  }

  @Test
  void abstainsFromAValueThatNoRowHolds() {
    assertThat(shop.sql("Show users whose status is 'retired'")).contains("retired");
  }

  @Test
  void quotesWhatPeopleWriteInQuotes() {
    assertThat(shop.sql("Show users whose name is \"O'Neil\""))
        .isEqualTo("SELECT * FROM users WHERE name = 'O''Neil'");
  }
}
