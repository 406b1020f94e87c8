package org.wenshu.generation.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.generation.DraftSql;
import org.wenshu.generation.Generation;
import org.wenshu.generation.RejectedDraft;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

class GrammarGeneratorTest {
  private final TestingShop shop = new TestingShop();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          查询所有用户信息 | SELECT * FROM users
          Show all users | SELECT * FROM users
          查询用户的姓名和邮箱 | SELECT name, email FROM users
          Give me the name and email of every user | SELECT name, email FROM users
          查询状态为活跃的用户 | SELECT * FROM users WHERE status = 'active'
          Show suspended users | SELECT * FROM users WHERE status = 'suspended'
          查询价格在100到500之间的产品 | SELECT * FROM products WHERE price BETWEEN 100 AND 500
          查询姓名包含'张'的用户 | SELECT * FROM users WHERE name LIKE '%张%'
          查询手机号为空的用户 | SELECT * FROM users WHERE phone IS NULL
          按价格从低到高查询产品 | SELECT * FROM products ORDER BY price
          查询前10个用户 | SELECT * FROM users LIMIT 10
          查询最新的5个订单 | SELECT * FROM orders ORDER BY created_at DESC LIMIT 5
          查询最近7天的订单 | SELECT * FROM orders WHERE created_at >= NOW() - INTERVAL 7 DAY
          统计用户总数 | SELECT COUNT(*) AS user_count FROM users
          How many users are there? | SELECT COUNT(*) AS user_count FROM users
          计算产品平均价格 | SELECT AVG(price) AS average_price FROM products
          """)
  void writesTheStatement(String question, String sql) {
    assertThat(shop.sql(question)).isEqualTo(sql);
  }

  @Test
  void asksForRowsOfAnotherTableWithoutMultiplyingItsOwn() {
    assertThat(shop.sql("查询有订单记录的用户"))
        .isEqualTo(
            "SELECT users.* FROM users WHERE EXISTS"
                + " (SELECT 1 FROM orders WHERE orders.user_id = users.id)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "无效查询",
        "明天会下雨吗？",
        "What is the weather in Beijing?",
        "😀😀😀",
        "SELECT * FROM users; DROP TABLE users",
        "Show the warranty period of the products",
        "把所有订单删掉"
      })
  void abstainsRatherThanGuess(String question) {
    assertThat(shop.ask(question)).isInstanceOf(Generation.Abstained.class);
  }

  @Test
  void namesTheWordsItDoesNotUnderstand() {
    Generation.Abstained abstained =
        (Generation.Abstained) shop.ask("Show the warranty of the products");
    assertThat(abstained.reason().english()).contains("warranty");
    assertThat(abstained.reason().chinese()).contains("warranty");
  }

  @Test
  void streamsTheTextItReturns() {
    Generation generation = shop.ask("查询最近7天的订单");
    assertThat(String.join("", shop.pieces())).isEqualTo(generation.text());
    assertThat(generation.text()).endsWith("\n```");
    assertThat(shop.pieces()).hasSizeBetween(10, 60).noneMatch(String::isEmpty);
    assertThat(generation.generator()).isEqualTo("grammar");
  }

  @Test
  void hasNoSecondReadingOfWhatItWrote() {
    Generation first = shop.ask("查询所有用户信息");
    RejectedDraft rejected =
        new RejectedDraft(new DraftSql(((Generation.Drafted) first).sql().text()), "no");
    assertThat(
            shop.grammar()
                .repair(
                    shop.request("查询所有用户信息"),
                    rejected,
                    Deadline.after(Duration.ofSeconds(1)),
                    new Cancellation()))
        .isInstanceOf(Generation.Abstained.class);
  }

  @Test
  void endsWhenTheAskerIsGone() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(
            () ->
                shop.grammar()
                    .generate(
                        shop.request("查询所有用户信息"),
                        piece -> {},
                        Deadline.after(Duration.ofSeconds(1)),
                        cancellation))
        .isInstanceOf(CancellationException.class);
  }
}
