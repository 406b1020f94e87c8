package org.wenshu.schema.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenshu.schema.TestSchemas.column;
import static org.wenshu.schema.TestSchemas.commented;
import static org.wenshu.schema.TestSchemas.snapshot;
import static org.wenshu.schema.TestSchemas.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaHits;
import org.wenshu.schema.SchemaHits.ColumnHit;
import org.wenshu.schema.SchemaHits.TableHit;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

class LuceneSchemaSearchTest {
  private static final SchemaSnapshot SHOP =
      snapshot(
          with("users", "用户", column("email", 1, "邮箱"), column("created_at", 2, "注册时间")),
          with("orders", "订单", column("amount", 1, "金额，单位元"), column("status", 2, "状态(a=新)")),
          commented("order_items", "订单明细", "quantity"),
          commented("categories", "", "title"),
          with("payroll", "工资", column("salary", 1, "月薪")));

  private final LuceneSchemaLinker linker = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
  private final LuceneSchemaSearch search = new LuceneSchemaSearch(linker);

  LuceneSchemaSearchTest() {
    linker.use(SHOP);
  }

  private static Table with(String name, String comment, Column... columns) {
    return new Table(name, false, comment, List.of(columns), List.of(), List.of(), 1);
  }

  private List<String> tables(String words) {
    return search.search(words, SHOP, 10).tables().stream().map(TableHit::name).toList();
  }

  private List<String> columns(String words) {
    return search.search(words, SHOP, 10).columns().stream().map(ColumnHit::column).toList();
  }

  @Test
  void findsTablesByChineseComments() {
    assertThat(tables("用户订单")).startsWith("orders", "users");
    assertThat(columns("用户的注册时间")).startsWith("created_at");
  }

  @Test
  void findsColumnsByCommentsWhateverExplanationFollows() {
    SchemaHits hits = search.search("状态", SHOP, 10);
    assertThat(hits.columns()).containsExactly(new ColumnHit("orders", "status", "状态(a=新)", 1));
    assertThat(columns("金额")).containsExactly("amount");
  }

  @Test
  void findsEnglishNamesInSingularAndPlural() {
    assertThat(tables("order")).startsWith("orders");
    assertThat(tables("category")).containsExactly("categories");
    assertThat(tables("Order Items")).startsWith("order_items");
  }

  @Test
  void findsChineseNamesByEnglishWords() {
    assertThat(tables("customer")).contains("users");
  }

  @Test
  void forgivesASlipOfTheFingers() {
    assertThat(tables("ordres")).startsWith("orders");
    assertThat(tables("catgories")).containsExactly("categories");
    assertThat(columns("emial")).containsExactly("email");
    assertThat(tables("ord")).isEmpty();
  }

  @Test
  void ratesFromNothingToOneInDescendingOrder() {
    SchemaHits hits = search.search("orders", SHOP, 10);
    assertThat(hits.tables().get(0)).isEqualTo(new TableHit("orders", "订单", 1));
    assertThat(hits.tables())
        .hasSizeGreaterThan(1)
        .isSortedAccordingTo(Comparator.comparingDouble(TableHit::relevance).reversed())
        .allMatch(hit -> hit.relevance() > 0 && hit.relevance() <= 1);
  }

  @Test
  void prefersTheColumnOfTheTableThatWasNamed() {
    SchemaSnapshot two =
        snapshot(table("aisles", "price"), table("products", "price"), table("zones", "price"));
    linker.use(two);
    assertThat(search.search("product price", two, 10).columns().get(0).table())
        .isEqualTo("products");
  }

  @Test
  void keepsToTheLimitInEachList() {
    linker.use(SchemaSnapshot.of("big", "1", Instant.EPOCH, Distractors.tables(200)));
    SchemaSnapshot big = SchemaSnapshot.of("big", "1", Instant.EPOCH, Distractors.tables(200));
    SchemaHits hits = search.search("患者 状态", big, 3);
    assertThat(hits.tables()).hasSize(3);
    assertThat(hits.columns()).hasSize(3);
  }

  @Test
  void tellsOnlyOfWhatIsVisible() {
    List<Table> open = new ArrayList<>(SHOP.tables().values());
    open.removeIf(t -> t.name().equals("payroll"));
    open.replaceAll(
        t -> t.name().equals("users") ? with("users", "用户", column("email", 1, "邮箱")) : t);
    SchemaSnapshot visible = SchemaSnapshot.of("shop", "some", Instant.EPOCH, open);

    for (String words : List.of("工资", "payroll", "salary", "月薪", "注册时间", "created")) {
      SchemaHits hits = search.search(words, visible, 10);
      assertThat(hits.tables()).as(words).extracting(TableHit::name).doesNotContain("payroll");
      assertThat(hits.columns())
          .as(words)
          .extracting(ColumnHit::column)
          .doesNotContain("salary", "created_at");
    }
  }

  @Test
  void ratesWhatIsVisibleAsIfThereWereNothingElse() {
    List<Table> open = Distractors.tables(300);
    SchemaSnapshot visible = SchemaSnapshot.of("big", "some", Instant.EPOCH, open.subList(0, 4));
    LuceneSchemaLinker alone = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
    alone.use(visible);
    linker.use(SchemaSnapshot.of("big", "all", Instant.EPOCH, open));

    for (String words : List.of("状态", "patient status", "上级编号", "doctr")) {
      assertThat(search.search(words, visible, 10).columns())
          .as(words)
          .containsExactlyElementsOf(
              new LuceneSchemaSearch(alone).search(words, visible, 10).columns());
    }
  }

  @Test
  void findsNothingForNothing() {
    assertThat(search.search("", SHOP, 10)).isEqualTo(new SchemaHits(List.of(), List.of()));
    assertThat(search.search("?!", SHOP, 10).tables()).isEmpty();
    assertThat(search.search("今天天气", SHOP, 10).tables()).isEmpty();
    LuceneSchemaLinker early = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
    assertThat(new LuceneSchemaSearch(early).search("users", SHOP, 10).tables()).isEmpty();
  }

  @Test
  void survivesALongText() {
    assertThat(search.search("orders ".repeat(3_000) + "用户".repeat(2_000), SHOP, 10).tables())
        .isNotEmpty();
  }
}
