package org.wenshu.schema.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wenshu.schema.TestSchemas.column;
import static org.wenshu.schema.TestSchemas.commented;
import static org.wenshu.schema.TestSchemas.referring;
import static org.wenshu.schema.TestSchemas.snapshot;
import static org.wenshu.schema.TestSchemas.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

class LuceneSchemaLinkerTest {
  private static final Table VALUED =
      new Table(
          "m",
          false,
          "",
          List.of(column("d", 1, "", "大数据事业部", "purchasing")),
          List.of(),
          List.of(),
          3);

  private static final SchemaSnapshot SHOP =
      snapshot(
          commented("t_yh", "用户信息", "xm"),
          commented("tickets", "", "customerId", "createdAt"),
          table("orderitems", "qty"),
          VALUED,
          referring("lines", "tickets", "products"),
          commented("products", "", "name"));

  /** Holds the shop whole, but not with so much room to spare that order meant nothing. */
  private static final SchemaConfig.Linking TIGHT = new SchemaConfig.Linking(30, 12, 12, 8);

  private static List<String> link(SchemaConfig.Linking config, String question) {
    LuceneSchemaLinker linker = new LuceneSchemaLinker(config);
    linker.use(SHOP);
    return linker.link(Question.of(question)).tables().stream().map(Table::name).toList();
  }

  private static String first(String question) {
    return link(TIGHT, question).get(0);
  }

  private static List<String> linkSome(String question) {
    return link(new SchemaConfig.Linking(0, 0, 3, 2), question);
  }

  @Test
  void isUnavailableWithoutASchema() {
    LuceneSchemaLinker linker = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
    assertThatExceptionOfType(WenshuException.class)
        .isThrownBy(() -> linker.link(Question.of("users")))
        .returns(ErrorCode.SCHEMA_UNAVAILABLE, WenshuException::code);
  }

  @Test
  void givesASmallSchemaWholeWithTheRelevantTableFirst() {
    List<String> tables = link(TIGHT, "Which products are there?");
    assertThat(tables).hasSize(6).startsWith("products");
  }

  @Test
  void givesAVerySmallSchemaAsItIs() {
    LuceneSchemaLinker linker = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
    linker.use(snapshot(table("a", "x"), table("b", "y")));
    assertThat(linker.link(Question.of("b y")).tables())
        .extracting(Table::name)
        .containsExactly("a", "b");
  }

  @Test
  void findsByChineseComment() {
    assertThat(first("查询所有用户")).isEqualTo("t_yh");
  }

  @Test
  void findsByPartOfACamelCaseColumn() {
    assertThat(first("how many customers created something")).isEqualTo("tickets");
  }

  @Test
  void findsANameWrittenInOnePiece() {
    assertThat(first("list the order items")).isEqualTo("orderitems");
  }

  @Test
  void findsByStoredValue() {
    assertThat(first("大数据事业部有多少人")).isEqualTo("m");
    assertThat(first("who works in Purchasing")).isEqualTo("m");
  }

  @Test
  void findsAnEnglishNameByAChineseWordForIt() {
    assertThat(first("有多少产品")).isEqualTo("products");
  }

  @Test
  void givesOfALargeSchemaWhatIsRelevant() {
    assertThat(linkSome("查询所有用户")).startsWith("t_yh").doesNotContain("products", "m");
  }

  @Test
  void addsTheTableThatJoinsTheFoundOnes() {
    assertThat(linkSome("tickets for each product name"))
        .startsWith("products", "tickets")
        .contains("lines");
  }

  @Test
  void givesNothingWhenNothingFitsALargeSchema() {
    assertThat(linkSome("今天天气怎么样？")).isEmpty();
    assertThat(linkSome("!!! ???")).isEmpty();
    assertThat(linkSome("😀😀")).isEmpty();
  }

  @Test
  void seesANewSnapshotAtOnce() {
    LuceneSchemaLinker linker = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
    linker.use(snapshot());
    assertThat(linker.link(Question.of("users")).tables()).isEmpty();
    linker.use(SHOP);
    assertThat(linker.link(Question.of("users")).snapshot()).isSameAs(SHOP);
  }

  @Test
  @Timeout(30)
  void keepsAQuestionWaitingForTheFirstSchema() throws Exception {
    LuceneSchemaLinker linker =
        new LuceneSchemaLinker(SchemaConfig.Linking.defaults(), Duration.ofSeconds(20));
    CompletableFuture<SchemaContext> early =
        CompletableFuture.supplyAsync(() -> linker.link(Question.of("users")));
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> early.get(100, TimeUnit.MILLISECONDS));

    linker.use(SHOP);

    assertThat(early.get().snapshot()).isSameAs(SHOP);
  }

  @Test
  @Timeout(30)
  void refusesAQuestionWhenTheSchemaDoesNotCome() {
    LuceneSchemaLinker linker =
        new LuceneSchemaLinker(SchemaConfig.Linking.defaults(), Duration.ofMillis(50));
    assertThatExceptionOfType(WenshuException.class)
        .isThrownBy(() -> linker.link(Question.of("users")))
        .matches(e -> e.code() == ErrorCode.SCHEMA_UNAVAILABLE);
  }

  @Test
  void findsWhatTheConversationWasAboutThoughTheQuestionDoesNotNameIt() {
    LuceneSchemaLinker linker = new LuceneSchemaLinker(new SchemaConfig.Linking(0, 0, 3, 2));
    linker.use(SHOP);
    EarlierTurn turn =
        new EarlierTurn(
            "lines of tickets",
            "SELECT l.id FROM `lines` l JOIN TICKETS t ON t.id = l.id JOIN gone g ON g.id = l.id",
            Optional.empty(),
            Instant.EPOCH);
    Question question = Question.of("按月呢", List.of(turn));
    assertThat(linker.link(question).tables())
        .extracting(Table::name)
        .contains("lines", "tickets")
        .doesNotContain("t_yh");
  }
}
