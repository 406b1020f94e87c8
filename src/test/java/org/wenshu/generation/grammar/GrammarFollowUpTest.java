package org.wenshu.generation.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.generation.Generation;
import org.wenshu.question.Abstention;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Wording;

class GrammarFollowUpTest {
  private static final EarlierTurn ALL_USERS = turn("查询所有用户信息", "SELECT * FROM users", "users");

  private final TestingShop shop = new TestingShop();

  private static EarlierTurn turn(String question, String sql, String table, Object... keys) {
    Optional<EarlierTurn.Keys> known =
        keys.length == 0
            ? Optional.empty()
            : Optional.of(new EarlierTurn.Keys("id", List.of(keys)));
    return new EarlierTurn(
        question, sql, Optional.of(new EarlierTurn.Subject(table, known)), Instant.EPOCH);
  }

  private static EarlierTurn user(Object... keys) {
    return turn("查询所有用户信息", "SELECT * FROM users", "users", keys);
  }

  private Generation.Drafted drafted(String question, EarlierTurn... earlier) {
    return (Generation.Drafted) shop.ask(question, List.of(earlier));
  }

  private String sql(String question, EarlierTurn... earlier) {
    return drafted(question, earlier).sql().text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "该用户的订单",
        "这个用户的订单",
        "查询那个用户的订单",
        "他的订单",
        "她的订单",
        "刚才那个用户的订单",
        "上述用户的订单",
        "this user's orders",
        "Show that user's orders",
        "his orders",
        "show me her orders",
        "the orders of this user"
      })
  void takesTheOneRowByItsKey(String question) {
    Generation.Drafted drafted = drafted(question, user(7L));
    assertThat(drafted.sql().text()).isEqualTo("SELECT * FROM orders WHERE user_id = 7");
    assertThat(drafted.notices()).isEmpty();
  }

  @Test
  void takesSeveralRowsByTheirKeysAndSaysSo() {
    Generation.Drafted drafted =
        drafted("这些用户的订单", user(7L, new BigInteger("18446744073709551615")));
    assertThat(drafted.sql().text())
        .isEqualTo("SELECT * FROM orders WHERE user_id IN (7, 18446744073709551615)");
    assertThat(drafted.notices())
        .extracting(Wording::english)
        .containsExactly("Read as referring to the 2 rows of users of the earlier answer");
  }

  @Test
  void quotesKeysThatAreTexts() {
    assertThat(sql("该用户的订单", user("a'b\\"))).endsWith("WHERE user_id = 'a''b\\\\'");
  }

  @Test
  void givesNoRowsForAnAnswerThatHadNone() {
    EarlierTurn empty =
        new EarlierTurn(
            "查询所有用户信息",
            "SELECT * FROM users",
            Optional.of(
                new EarlierTurn.Subject(
                    "users", Optional.of(new EarlierTurn.Keys("id", List.of())))),
            Instant.EPOCH);
    Generation.Drafted drafted = drafted("这些用户的订单", empty);
    assertThat(drafted.sql().text()).isEqualTo("SELECT * FROM orders WHERE 1 = 0");
    assertThat(drafted.notices()).hasSize(1);
  }

  @Test
  void takesRowsWithoutKeysByTheStatementThatGaveThem() {
    String sql = sql("这些用户的订单", turn("x", "SELECT name FROM users ORDER BY name", "users"));
    assertThat(sql)
        .isEqualTo(
            "SELECT * FROM orders WHERE user_id IN"
                + " (SELECT `users`.`id` AS `earlier_key` FROM `users`)");
  }

  @Test
  void keepsTheLimitOfTheStatementThatGaveThem() {
    EarlierTurn newest =
        turn("x", "SELECT u.name AS n FROM users AS u ORDER BY n DESC LIMIT 3", "users");
    assertThat(sql("这些用户的订单", newest))
        .contains("ORDER BY `u`.`name` DESC LIMIT 3) AS earlier_answer LIMIT 3) AS earlier_rows)");
  }

  @Test
  void takesMoreKeysThanAStatementHoldsByTheStatementThatGaveThem() {
    Object[] keys = LongStream.range(0, 1000).mapToObj(i -> "key-of-some-length-" + i).toArray();
    assertThat(sql("这些用户的订单", user(keys))).contains("SELECT `users`.`id`").hasSizeLessThan(200);
  }

  @Test
  void takesTheNewestAnswerOfThatNoun() {
    EarlierTurn products = turn("查询所有产品", "SELECT * FROM products", "products", 3L);
    assertThat(sql("该用户的订单", products, user(7L), user(8L)))
        .isEqualTo("SELECT * FROM orders WHERE user_id = 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          只看活跃的 | SELECT * FROM users WHERE status = 'active'
          only the active ones | SELECT * FROM users WHERE status = 'active'
          按注册时间排序 | SELECT * FROM users ORDER BY created_at
          sort them by name | SELECT * FROM users ORDER BY name
          只要前3个 | SELECT * FROM users LIMIT 3
          just the top 3 | SELECT * FROM users LIMIT 3
          有多少个？ | SELECT COUNT(*) AS user_count FROM users
          how many are there? | SELECT COUNT(*) AS user_count FROM users
          那订单呢 | SELECT * FROM orders
          what about orders? | SELECT * FROM orders
          其中活跃的有多少 | SELECT COUNT(*) AS user_count FROM users WHERE status = 'active'
          """)
  void changesTheQuestionBefore(String question, String sql) {
    String answered = sql(question, ALL_USERS);
    assertThat(answered.replaceAll(" AND id IN .*| WHERE id IN .*", "")).isEqualTo(sql);
  }

  @Test
  void goesOnFromAQuestionThatWentOnItself() {
    EarlierTurn narrowed = turn("只看活跃的", "SELECT * FROM users WHERE status = 'active'", "users");
    EarlierTurn sorted =
        turn("按姓名排序", "SELECT * FROM users WHERE status = 'active' ORDER BY name", "users");
    assertThat(sql("只要前3个", sorted, narrowed, ALL_USERS))
        .isEqualTo("SELECT * FROM users WHERE status = 'active' ORDER BY name LIMIT 3");
  }

  @Test
  void goesOnFromTheRowsWhereTheQuestionWasAnsweredOtherwise() {
    EarlierTurn bought =
        turn(
            "买过东西的客户有谁来着", "SELECT * FROM users WHERE id IN (SELECT user_id FROM orders)", "users");
    assertThat(sql("只看活跃的", bought))
        .isEqualTo(
            "SELECT * FROM users WHERE status = 'active' AND id IN (SELECT `users`.`id` AS"
                + " `earlier_key` FROM `users` WHERE `id` IN (SELECT `user_id` FROM `orders`))");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "该用户的订单",
        "这些订单的总金额",
        "this user's orders",
        "再按金额排序",
        "那上个月呢",
        "what about orders?",
        "and last month?"
      })
  void saysThatNothingCameBefore(String question) {
    assertThat(shop.ask(question, List.of()))
        .isInstanceOfSatisfying(
            Generation.Abstained.class,
            a -> assertThat(a.kind()).isEqualTo(Abstention.UNRESOLVED_REFERENCE));
  }

  @Test
  void saysThatNothingBeforeIsMeant() {
    EarlierTurn products = turn("查询所有产品", "SELECT * FROM products", "products", 3L);
    assertThat(shop.ask("该用户的订单", List.of(products)))
        .isInstanceOfSatisfying(
            Generation.Abstained.class,
            a -> {
              assertThat(a.kind()).isEqualTo(Abstention.UNRESOLVED_REFERENCE);
              assertThat(a.reason().chinese()).contains("用户");
              assertThat(a.reason().english()).contains("用户");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "查询用户及其订单数量",
        "Show all users and their orders",
        "Show users and the number of their orders",
        "查询状态为活跃的用户",
        "How many users are there?",
        "查询最近7天的订单"
      })
  void readsWhatStandsOnItsOwnAsIfNothingCameBefore(String question) {
    assertThat(outcome(shop.ask(question, List.of(user(1L, 2L)))))
        .isEqualTo(outcome(shop.ask(question, List.of())));
  }

  private static String outcome(Generation generation) {
    return generation instanceof Generation.Drafted drafted
        ? drafted.sql().text()
        : ((Generation.Abstained) generation).reason().english();
  }

  @Test
  void bringsNothingBackThatWasFoundByWhatMayNoLongerBeRead() {
    EarlierTurn buyers =
        turn(
            "有订单的用户",
            "SELECT * FROM users WHERE id IN (SELECT user_id FROM orders)",
            "users",
            7L,
            9L);
    List<String> asked =
        new ArrayList<>(List.of("这些用户的邮箱", "only the active ones", "their emails"));
    for (String question : asked) {
      assertThat(shop.askWithout("orders", question, List.of(buyers)))
          .as(question)
          .isInstanceOfSatisfying(
              Generation.Abstained.class,
              a -> assertThat(a.kind()).isEqualTo(Abstention.UNRESOLVED_REFERENCE));
    }
    assertThat(sql("这些用户的邮箱", buyers)).isEqualTo("SELECT email FROM users WHERE id IN (7, 9)");
  }
}
