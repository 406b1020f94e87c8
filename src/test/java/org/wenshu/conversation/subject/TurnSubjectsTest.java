package org.wenshu.conversation.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.execution.Rows;
import org.wenshu.question.EarlierTurn.Keys;
import org.wenshu.question.EarlierTurn.Subject;
import org.wenshu.question.RowWindow;

class TurnSubjectsTest {
  private final TurnSubjects subjects = new TurnSubjects(SubjectShop.schema());

  private static Rows rows(String labels, List<?>... rows) {
    List<List<Object>> all = new ArrayList<>();
    for (List<?> row : rows) {
      all.add(new ArrayList<>(row));
    }
    return new Rows(List.of(labels.split(",")), all, false);
  }

  private Optional<Keys> keys(String sql, Rows rows) {
    return subjects.subject(sql, rows, true).orElseThrow().keys();
  }

  private Optional<String> table(String sql) {
    return subjects.subject(sql, rows("x"), true).map(Subject::table);
  }

  @Test
  void tellsTheKeysOfAWholeTable() {
    Rows rows = rows("id,name,email,status", List.of(7L, "a", "b", "c"), List.of(9L, "", "", ""));
    assertThat(subjects.subject("SELECT * FROM Users;", rows, true))
        .contains(new Subject("users", Optional.of(new Keys("id", List.of(7L, 9L)))));
  }

  @Test
  void findsTheKeyUnderAnotherLabel() {
    Rows rows = rows("name,编号", List.of("a", 7L));
    assertThat(keys("SELECT u.name, (u.id) AS 编号 FROM users AS u WHERE u.id = 7", rows))
        .contains(new Keys("id", List.of(7L)));
  }

  @Test
  void findsTheKeyAmongTheColumnsOfAStar() {
    Rows rows = rows("name,id,user_id,amount,status", List.of("a", 3L, 7L, 1L, "paid"));
    assertThat(
            keys(
                "SELECT u.name, o.* FROM orders o JOIN users u ON u.id = o.user_id"
                    + " WHERE u.name = 'a' ORDER BY o.amount DESC LIMIT 1",
                rows))
        .contains(new Keys("id", List.of(3L)));
  }

  @Test
  void keepsNoKeyTwiceAndTheOrderOfTheAnswer() {
    Rows rows = rows("id", List.of(9L), List.of(7L), List.of(9L));
    assertThat(keys("SELECT u.id FROM users u JOIN orders o ON o.user_id = u.id", rows))
        .contains(new Keys("id", List.of(9L, 7L)));
  }

  @Test
  void tellsTheKeysOfAnEmptyAnswer() {
    assertThat(keys("SELECT id FROM users", rows("id"))).contains(new Keys("id", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name AS id FROM users",
        "SELECT id + 1 AS id FROM users",
        "SELECT MAX(id) OVER () AS id FROM users",
        "SELECT user_id AS id FROM orders",
        "SELECT order_id AS id FROM order_items",
        "SELECT code AS id FROM secrets"
      })
  void tellsNoKeysThatTheAnswerDoesNotShow(String sql) {
    assertThat(keys(sql, rows("id", List.of(7L)))).isEmpty();
  }

  @Test
  void tellsNoKeysWhenTheColumnsAreNotThoseExpected() {
    assertThat(keys("SELECT * FROM users", rows("id,name", List.of(7L, "a")))).isEmpty();
    assertThat(keys("SELECT id FROM users", rows("name", List.of(7L)))).isEmpty();
  }

  @Test
  void tellsNoKeysOfACutAnswer() {
    Rows cut = new Rows(List.of("id"), List.of(List.of(7L)), true);
    Rows whole = rows("id", List.of(7L));
    assertThat(subjects.subject("SELECT id FROM users", cut, true))
        .contains(new Subject("users", Optional.empty()));
    assertThat(subjects.subject("SELECT id FROM users", whole, false))
        .contains(new Subject("users", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT id FROM users, 3, 0, true",
    "SELECT id FROM users, 2, 0, false",
    "SELECT id FROM users, 3, 1, false",
    "SELECT id FROM users LIMIT 2, 2, 0, true",
    "SELECT id FROM users LIMIT 3, 2, 0, false"
  })
  void knowsWhetherAWindowKeptRowsBack(String sql, int limit, int offset, boolean whole) {
    Rows two = rows("id", List.of(7L), List.of(9L));
    RowWindow window = new RowWindow(limit, offset);
    assertThat(subjects.subject(sql, two, Optional.of(window)).orElseThrow().keys().isPresent())
        .isEqualTo(whole);
    assertThat(subjects.subject(sql, two, Optional.empty()).orElseThrow().keys()).isPresent();
  }

  @Test
  void tellsAThousandKeysAndNoMore() {
    List<List<Object>> thousand =
        LongStream.range(0, 1000).mapToObj(i -> List.<Object>of(i)).toList();
    List<List<Object>> more = new ArrayList<>(thousand);
    more.add(List.of(1000L));
    assertThat(keys("SELECT id FROM users", new Rows(List.of("id"), thousand, false)))
        .hasValueSatisfying(k -> assertThat(k.values()).hasSize(1000));
    assertThat(keys("SELECT id FROM users", new Rows(List.of("id"), more, false))).isEmpty();
  }

  @Test
  void tellsNumbersAndTextsOnly() {
    BigInteger large = BigInteger.ONE.shiftLeft(64);
    assertThat(keys("SELECT id FROM users", rows("id", List.of(large), List.of("x"))))
        .contains(new Keys("id", List.of(large, "x")));
    assertThat(keys("SELECT id FROM users", rows("id", List.of(1.5)))).isEmpty();
    assertThat(keys("SELECT id FROM users", rows("id", Arrays.asList((Object) null)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT o.* FROM users u JOIN orders o ON o.user_id = u.id | orders",
        "SELECT u.name FROM users u, orders o WHERE o.user_id = u.id | users",
        "SELECT p.*, c.name FROM products p LEFT JOIN categories c ON p.category_id = c.id|products",
        "SELECT u.name, o.amount FROM users u JOIN orders o ON u.id = o.user_id | orders",
        "SELECT * FROM shop.users WHERE id IN (SELECT user_id FROM orders) | users",
        "SELECT name, (SELECT COUNT(*) FROM orders o WHERE o.user_id = u.id) n FROM users u|users",
        "SELECT u.id, COUNT(o.id) FROM users u LEFT JOIN orders o ON o.user_id = u.id GROUP BY u.id|users",
        "SELECT u.id k, u.name, COUNT(*) FROM users u JOIN orders o ON o.user_id = u.id GROUP BY 1, 2|users",
        "SELECT u.id k, SUM(o.amount) FROM users u JOIN orders o ON o.user_id = u.id GROUP BY k|users",
        "SELECT DISTINCT u.id, u.name FROM users u JOIN orders o ON o.user_id = u.id | users",
        "(SELECT * FROM users ORDER BY id LIMIT 3) | users",
        "SELECT * FROM (SELECT p.*, ROW_NUMBER() OVER (PARTITION BY category_id) n FROM products p) t WHERE n < 4|products",
        "WITH t AS (SELECT * FROM users) SELECT name FROM t | users",
        "SELECT oi.order_id, p.name FROM order_items oi JOIN products p ON p.id = oi.product_id | order_items",
        "SELECT o.id, a.name FROM orders o JOIN (SELECT id, name FROM users) a ON a.id = o.user_id|orders",
        "SELECT o.id, u.name FROM orders o JOIN users u ON u.email = o.status | orders"
      })
  void namesTheTableWhoseRowsTheyAre(String sql, String expected) {
    assertThat(table(sql)).contains(expected);
    assertThat(subjects.mainTable(sql)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT COUNT(*) FROM users | users",
        "SELECT name FROM users HAVING COUNT(*) > 1 | users",
        "SELECT status, COUNT(*) FROM users GROUP BY status | users",
        "SELECT id, COUNT(*) FROM users GROUP BY id WITH ROLLUP | users",
        "SELECT u.id, o.status FROM users u JOIN orders o ON o.user_id = u.id GROUP BY u.id, o.status|users",
        "SELECT DISTINCT status FROM users | users",
        "SELECT id FROM users UNION SELECT id FROM orders | users",
        "SELECT o.id FROM users u LEFT JOIN orders o ON o.user_id = u.id | users",
        "SELECT u.name, p.name FROM users u, products p | users",
        "SELECT c.name, n FROM (SELECT category_id, COUNT(*) n FROM products GROUP BY category_id) c | products"
      })
  void knowsNoSubjectOfSumsAndMixtures(String sql, String about) {
    assertThat(table(sql)).isEmpty();
    assertThat(subjects.mainTable(sql)).contains(about);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT * FROM elsewhere.users",
        "SELECT * FROM unknown",
        "SELECT * FROM",
        "no statement",
        "",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
      })
  void knowsNothingOfOtherStatements(String sql) {
    assertThat(table(sql)).isEmpty();
    assertThat(subjects.mainTable(sql)).isEmpty();
  }

  @Test
  void looksThroughQueriesInThePlaceOfTables() {
    Rows rows = rows("who,rank", List.of(5L, 1L));
    assertThat(
            keys(
                "SELECT t.k AS who, t.r AS `rank` FROM"
                    + " (SELECT id, RANK() OVER (ORDER BY price) FROM products) t (k, r)",
                rows))
        .contains(new Keys("id", List.of(5L)));
  }

  @Test
  void doesNotGuessWhatAStarOfMergedColumnsShows() {
    Rows rows = rows("id,user_id,amount,status,name,email,status", List.of(1L, 2, 3, 4, 5, 6, 7));
    assertThat(subjects.subject("SELECT * FROM orders JOIN users USING (id)", rows, true))
        .contains(new Subject("orders", Optional.empty()));
  }
}
