package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.TestingDatabase;
import org.wenshu.launcher.demo.DemoData;

class DemoSchemaTest {
  private static final List<String> TABLES =
      List.of(
          "users",
          "user_profiles",
          "orders",
          "order_items",
          "products",
          "categories",
          "departments",
          "employees",
          "projects",
          "project_hours",
          "ticks");

  @Test
  void holdsAboutFiftyThousandRows() throws SQLException {
    long rows = 0;
    for (String table : TABLES) {
      rows += number("SELECT COUNT(*) FROM " + table);
    }
    assertThat(rows).isBetween(45_000L, 55_000L);
  }

  @Test
  void explainsEveryTableAndColumnInChinese() throws SQLException {
    assertThat(
            number(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'shop'"
                    + " AND table_comment NOT REGEXP '[一-龥]'"))
        .isZero();
    assertThat(
            number(
                "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = 'shop'"
                    + " AND column_comment NOT REGEXP '[一-龥]'"))
        .isZero();
  }

  /** Each filter must leave some rows and drop some, else a wrong answer would look right. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "users WHERE status = 'active'",
        "users WHERE status = 'inactive'",
        "users WHERE status = 'suspended'",
        "users WHERE name = '张三'",
        "users WHERE name LIKE '%张%' AND name NOT LIKE '张%'",
        "users WHERE email LIKE '%@gmail.com'",
        "users WHERE email LIKE '%gmail%' AND email NOT LIKE '%@gmail.com'",
        "users WHERE phone IS NULL",
        "users WHERE DATE(created_at) = CURDATE()",
        "users WHERE created_at >= DATE_FORMAT(CURDATE(), '%Y-%m-01')",
        "users WHERE created_at >= '2024-03-01' AND created_at < '2024-04-01'",
        "users WHERE NOT EXISTS (SELECT * FROM orders WHERE user_id = users.id)",
        "users WHERE (SELECT COUNT(*) FROM orders WHERE user_id = users.id) = 1",
        "users WHERE (SELECT COUNT(*) FROM orders WHERE user_id = users.id) > 5",
        "users WHERE (SELECT AVG(amount) FROM orders WHERE user_id = users.id) > 500",
        "users WHERE id IN (SELECT user_id FROM orders JOIN order_items ON order_id = orders.id"
            + " JOIN products ON product_id = products.id WHERE products.name LIKE '%手机%')",
        "orders WHERE user_id = 1",
        "orders WHERE status = 'pending'",
        "orders WHERE status = 'delivered'",
        "orders WHERE status = 'cancelled'",
        "orders WHERE DATE(created_at) = CURDATE()",
        "orders WHERE created_at >= NOW() - INTERVAL 7 DAY",
        "orders WHERE amount < 100",
        "orders WHERE amount BETWEEN 100 AND 500",
        "orders WHERE amount > (SELECT AVG(amount) FROM orders)",
        "products WHERE price BETWEEN 100 AND 500",
        "products WHERE stock_quantity < 10",
        "products WHERE status = 'inactive'",
        "categories WHERE parent_id IS NULL",
        "categories WHERE NOT EXISTS (SELECT * FROM products WHERE category_id = categories.id)",
        "project_hours WHERE DEPT = '大数据事业部'"
      })
  void filtersTellRowsApart(String tableAndFilter) throws SQLException {
    String table = tableAndFilter.substring(0, tableAndFilter.indexOf(' '));
    assertThat(number("SELECT COUNT(*) FROM " + tableAndFilter))
        .isPositive()
        .isLessThan(number("SELECT COUNT(*) FROM " + table));
  }

  @Test
  void liesInThePast() throws SQLException {
    assertThat(number("SELECT COUNT(*) FROM orders WHERE created_at > NOW()")).isZero();
    assertThat(number("SELECT COUNT(*) FROM users WHERE created_at > NOW()")).isZero();
    assertThat(number("SELECT COUNT(*) FROM ticks WHERE event_time > NOW()")).isZero();
  }

  @Test
  void noOrderIsOlderThanItsUser() throws SQLException {
    assertThat(
            number(
                "SELECT COUNT(*) FROM orders o JOIN users u ON u.id = o.user_id"
                    + " WHERE o.created_at < u.created_at"))
        .isZero();
  }

  @Test
  void amountsAreTheSumOfTheItems() throws SQLException {
    assertThat(
            number(
                "SELECT COUNT(*) FROM orders o WHERE amount <>"
                    + " (SELECT SUM(total_price) FROM order_items WHERE order_id = o.id)"))
        .isZero();
  }

  @Test
  void isTheSameAtEveryLoadingButForDates() throws SQLException {
    String digest =
        "SELECT SUM(CRC32(CONCAT_WS('|', o.id, o.user_id, o.amount, o.status, u.name, u.email)))"
            + " FROM orders o JOIN users u ON u.id = o.user_id";
    TestingDatabase.createSchema("demo_again");
    try (Connection connection = TestingDatabase.connectAsRoot("demo_again");
        Statement statement = connection.createStatement()) {
      new DemoData(LocalDateTime.of(2031, 1, 1, 0, 0, 1)).load(connection);
      try (ResultSet result = statement.executeQuery(digest)) {
        result.next();
        assertThat(result.getLong(1)).isEqualTo(number(digest));
      }
    }
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = TestingDatabase.connectAsReader();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
