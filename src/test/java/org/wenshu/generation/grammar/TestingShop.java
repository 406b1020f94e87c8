package org.wenshu.generation.grammar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wenshu.generation.Generation;
import org.wenshu.generation.GenerationRequest;
import org.wenshu.prompt.Prompt;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Question;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** A small shop with Chinese comments, and the grammar asked about it. */
final class TestingShop {
  private static final SchemaSnapshot SHOP =
      SchemaSnapshot.of(
          "shop", "1", Instant.EPOCH, List.of(users(), orders(), products(), orderItems()));

  private final GrammarGenerator grammar = new GrammarGenerator();
  private final List<String> pieces = new ArrayList<>();

  private static Table users() {
    return table(
        "users",
        "用户",
        List.of(),
        column("id", "int", "用户编号"),
        column("name", "varchar", "姓名"),
        column("email", "varchar", "邮箱"),
        column("phone", "varchar", "手机号"),
        column("status", "varchar", "状态(active=活跃,suspended=被暂停)", "active", "suspended"),
        column("created_at", "datetime", "注册时间"));
  }

  private static Table orders() {
    return table(
        "orders",
        "订单",
        List.of(key("orders", "user_id", "users", "id")),
        column("id", "int", "订单编号"),
        column("user_id", "int", "下单用户编号"),
        column("amount", "decimal", "金额，单位元"),
        column("status", "varchar", "状态(paid=已支付,pending=待支付)", "paid", "pending"),
        column("created_at", "datetime", "下单时间"));
  }

  private static Table products() {
    return table(
        "products",
        "产品",
        List.of(),
        column("id", "int", "产品编号"),
        column("name", "varchar", "产品名称"),
        column("price", "decimal", "价格，单位元"));
  }

  private static Table orderItems() {
    return table(
        "order_items",
        "订单明细",
        List.of(
            key("order_items", "order_id", "orders", "id"),
            key("order_items", "product_id", "products", "id")),
        column("order_id", "int", "订单编号"),
        column("product_id", "int", "产品编号"),
        column("quantity", "int", "数量"));
  }

  private static Table table(
      String name, String comment, List<ForeignKey> keys, Column... columns) {
    List<String> primary =
        name.equals("order_items") ? List.of("order_id", "product_id") : List.of("id");
    return new Table(name, false, comment, Arrays.asList(columns), primary, keys, 100);
  }

  private static ForeignKey key(String table, String column, String target, String targetColumn) {
    return new ForeignKey(table, List.of(column), target, List.of(targetColumn));
  }

  private static Column column(String name, String type, String comment, String... samples) {
    Column.Key key = name.equals("id") ? Column.Key.PRIMARY : Column.Key.NONE;
    return new Column(name, 1, type, type, true, comment, key, List.of(samples));
  }

  GenerationRequest request(String question) {
    return request(Question.of(question), SHOP);
  }

  private static GenerationRequest request(Question question, SchemaSnapshot schema) {
    SchemaContext context = new SchemaContext(schema, List.copyOf(schema.tables().values()));
    return new GenerationRequest(question, context, new Prompt(() -> "", () -> ""));
  }

  /** Asks in a conversation; the newest turn comes first. */
  Generation ask(String question, List<EarlierTurn> earlier) {
    return ask(Question.of(question, earlier), SHOP);
  }

  /** Asks in a conversation as somebody who may not know of that table any more. */
  Generation askWithout(String table, String question, List<EarlierTurn> earlier) {
    List<Table> open =
        SHOP.tables().values().stream().filter(t -> !t.name().equals(table)).toList();
    return ask(Question.of(question, earlier), SchemaSnapshot.of("shop", "2", Instant.EPOCH, open));
  }

  private Generation ask(Question question, SchemaSnapshot schema) {
    return grammar.generate(
        request(question, schema),
        pieces::add,
        Deadline.after(Duration.ofSeconds(5)),
        new Cancellation());
  }

  GrammarGenerator grammar() {
    return grammar;
  }

  Generation ask(String question) {
    return grammar.generate(
        request(question), pieces::add, Deadline.after(Duration.ofSeconds(5)), new Cancellation());
  }

  List<String> pieces() {
    return pieces;
  }

  /** The statement for the question, or the reason why there is none. */
  String sql(String question) {
    Generation generation = ask(question);
    return generation instanceof Generation.Drafted drafted
        ? drafted.sql().text()
        : ((Generation.Abstained) generation).reason().english();
  }
}
