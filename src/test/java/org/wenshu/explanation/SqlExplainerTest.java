package org.wenshu.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.explanation.Explanation.Complexity;
import org.wenshu.explanation.Explanation.Intent;
import org.wenshu.question.Language;

/** What an explanation tells beside its sentence, and that wrong statements are told as such. */
class SqlExplainerTest {
  private final Explaining demo = new Explaining(TestingCatalogue.demo());

  private Explanation chinese(String sql) {
    return demo.in(Language.CHINESE, sql);
  }

  private Explanation english(String sql) {
    return demo.in(Language.ENGLISH, sql);
  }

  @Test
  void tellsEveryStep() {
    assertThat(
            chinese(
                    "SELECT u.name, COUNT(*) AS n FROM users u JOIN orders o ON o.user_id = u.id"
                        + " WHERE o.status = 'paid' GROUP BY u.id, u.name HAVING COUNT(*) > 5"
                        + " ORDER BY n DESC LIMIT 3 OFFSET 6")
                .full())
        .isEqualTo(
            """
            读取 users（用户） AS u
            JOIN orders（订单） AS o，条件 `o.user_id = u.id`
            筛选：状态为已支付（paid）
            分组：用户编号和用户姓名
            保留的组：订单数量大于 5
            输出：用户姓名和订单数量 `COUNT(*)`（n）
            排序：按订单数量从多到少排列
            跳过前 6 行
            最多返回 3 行""");
  }

  @Test
  void tellsTheStepsOfWhatIsInside() {
    assertThat(
            english(
                    "WITH big AS (SELECT user_id FROM orders WHERE amount > 500) SELECT name FROM"
                        + " users WHERE id IN (SELECT user_id FROM big) UNION SELECT name FROM"
                        + " employees LIMIT 9")
                .full())
        .isEqualTo(
            """
            Part 1:
              Reads users
              Keeps rows where ID is among (user ID of orders whose amount is more than 500)
                The sub-query in it:
                  Reads big
                    Reads orders
                    Keeps rows where amount is more than 500
                    Shows user ID
                  Shows user ID
              Shows name
            Part 2 (UNION):
              Reads employees
              Shows name
            Returns at most 9 rows""");
  }

  @Test
  void namesTablesButNoCommonTables() {
    Explanation explanation =
        english(
            "WITH paid AS (SELECT * FROM orders WHERE status = 'paid') SELECT p.amount FROM paid p"
                + " WHERE EXISTS (SELECT 1 FROM USERS u WHERE u.id = p.user_id)");
    assertThat(explanation.tables()).containsExactly("orders", "users");
    assertThat(explanation.operations()).containsExactly("SELECT", "CTE", "WHERE", "SUBQUERY");
  }

  @Test
  void namesColumnsAndExpressionsOfTheResult() {
    assertThat(english("SELECT * FROM categories").columns())
        .containsExactly("id", "name", "parent_id");
    assertThat(english("SELECT c.*, p.price * 2 FROM categories c JOIN products p").columns())
        .containsExactly("c.id", "c.name", "c.parent_id", "p.price * 2");
  }

  @Test
  void namesEveryCondition() {
    assertThat(
            english(
                    "SELECT p.name FROM products p LEFT JOIN categories c ON c.id = p.category_id"
                        + " AND c.parent_id IS NULL WHERE p.price NOT BETWEEN 1 AND 2 AND (p.status"
                        + " = 'active' OR NOT p.cost > 3) AND MOD(p.id, 2) = 1")
                .conditions())
        .containsExactly(
            "price is not between 1 and 2",
            "(status is active or not (cost is more than 3))",
            "`MOD(p.id, 2)` is 1",
            "category parent ID is empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT | SELECT name FROM users WHERE id = 3",
        "COUNT | SELECT COUNT(*) FROM users",
        "AGGREGATE | SELECT COUNT(*), SUM(amount) FROM orders",
        "RANK | SELECT name FROM products ORDER BY price DESC LIMIT 3",
        "TREND | SELECT YEAR(created_at), COUNT(*) FROM orders GROUP BY YEAR(created_at)",
        "COMPARE | SELECT id FROM orders WHERE amount > (SELECT AVG(amount) FROM orders)",
        "COMPARE | SELECT id FROM users EXCEPT SELECT user_id FROM orders",
      })
  void knowsWhatKindOfQuestionIsAnswered(Intent intent, String sql) {
    assertThat(english(sql).intent()).isEqualTo(intent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIMPLE | SELECT status, COUNT(*) FROM users GROUP BY status ORDER BY 2 LIMIT 3",
        "MEDIUM | SELECT u.name FROM users u JOIN orders o ON o.user_id = u.id",
        "MEDIUM | SELECT id FROM orders WHERE amount > (SELECT AVG(amount) FROM orders)",
        "COMPLEX | SELECT u.name FROM users u JOIN orders o ON o.user_id = u.id JOIN order_items"
            + " i ON i.order_id = o.id JOIN products p ON p.id = i.product_id",
      })
  void measuresHowMuchItTakesToFollow(Complexity complexity, String sql) {
    assertThat(english(sql).complexity()).isEqualTo(complexity);
  }

  @Nested
  class LargeStatements {
    private static final int DEPTH = 40;

    private void isSaidSoon(String sql) {
      for (Language language : Language.values()) {
        Explanation explanation =
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> demo.in(language, sql));
        assertThat(explanation.tables()).contains("orders");
        assertThat(explanation.brief().length()).isLessThan(10 * sql.length());
      }
    }

    @Test
    void areSaidSoonWhenSubQueriesAreSorted() {
      String sql = "SELECT MAX(amount) FROM orders";
      for (int i = 0; i < DEPTH; i++) {
        sql = "SELECT (" + sql + ") AS a FROM orders ORDER BY a LIMIT 1";
      }
      isSaidSoon(sql);
    }

    @Test
    void areSaidSoonWhenColumnsAreMadeOfColumns() {
      String sql = "SELECT amount AS a FROM orders";
      for (int i = 0; i < DEPTH; i++) {
        sql = "SELECT a + a * a - a AS a FROM (" + sql + ") t" + i;
      }
      isSaidSoon(sql);
    }

    @Test
    void areSaidSoonWhenConditionsNest() {
      String sql = "SELECT user_id FROM orders";
      for (int i = 0; i < DEPTH; i++) {
        sql =
            "SELECT user_id FROM orders WHERE user_id IN ("
                + sql
                + ") AND NOT EXISTS ("
                + "SELECT 1 FROM users)";
      }
      isSaidSoon(sql);
    }

    @Test
    void areSaidSoonWhenGroupsAreGrouped() {
      String sql = "SELECT user_id, COUNT(*) AS n FROM orders GROUP BY user_id";
      for (int i = 0; i < DEPTH; i++) {
        sql = "SELECT user_id, SUM(n) AS n FROM (" + sql + ") t GROUP BY user_id HAVING SUM(n) > 1";
      }
      isSaidSoon(sql);
    }
  }

  @Nested
  class WrongStatements {
    @Test
    void joinsThatFollowNoKeyAreTold() {
      assertThat(demo.english("SELECT o.order_no FROM orders o JOIN users u ON o.id = u.id"))
          .contains("ID is user ID");
      assertThat(demo.chinese("SELECT o.order_no FROM orders o JOIN users u ON o.amount = u.id"))
          .contains("金额为用户编号");
    }

    @Test
    void missingJoinsAreTold() {
      assertThat(demo.english("SELECT COUNT(*) FROM orders, users"))
          .isEqualTo("number of rows of all combinations of orders and users");
    }

    @Test
    void rowsCountedTwiceAreTold() {
      assertThat(
              demo.english(
                  "SELECT SUM(o.amount) FROM orders o JOIN order_items i ON i.order_id = o.id"))
          .isEqualTo("total order amount of all order items");
    }

    @Test
    void sumsUnderAFalseNameAreTold() {
      assertThat(demo.english("SELECT SUM(cost) AS total_revenue FROM products"))
          .isEqualTo("total cost of all products");
    }

    @Test
    void theWrongEndOfAnOrderIsTold() {
      assertThat(demo.chinese("SELECT * FROM products ORDER BY price LIMIT 3"))
          .isEqualTo("价格最低的 3 个产品");
    }

    @Test
    void existenceOfUnrelatedRowsIsNoProperty() {
      assertThat(demo.english("SELECT name FROM users WHERE EXISTS (SELECT 1 FROM orders)"))
          .isEqualTo("name of users where `EXISTS (SELECT 1 FROM orders)`");
    }

    @Test
    void figuresOfSomeRowsAreNotThoseOfAll() {
      assertThat(
              demo.english(
                  "SELECT o.order_no FROM orders o WHERE o.amount > (SELECT AVG(x.amount) FROM"
                      + " orders x WHERE x.user_id = o.user_id)"))
          .isEqualTo(
              "order number of orders whose amount is more than the average amount of orders whose"
                  + " user ID is outer order user ID");
    }

    @Test
    void groupsByANameAreNotTheThingsNamed() {
      assertThat(
              demo.english(
                  "SELECT u.name, COUNT(*) FROM orders o JOIN users u ON u.id = o.user_id GROUP BY"
                      + " u.name"))
          .isEqualTo("number of orders for each user name");
      assertThat(
              demo.english(
                  "SELECT u.name, COUNT(*) FROM orders o JOIN users u ON u.id = o.user_id GROUP BY"
                      + " u.id, u.name"))
          .isEqualTo("number of orders for each user");
    }

    @Test
    void whatAnOuterJoinLeavesOutIsTold() {
      assertThat(
              demo.english(
                  "SELECT u.id, COUNT(o.id) FROM users u LEFT JOIN orders o ON o.user_id = u.id AND"
                      + " o.status = 'paid' GROUP BY u.id"))
          .isEqualTo("number of orders for each user (joined only where status is paid)");
    }
  }
}
