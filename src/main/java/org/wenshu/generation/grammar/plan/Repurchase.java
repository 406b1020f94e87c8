package org.wenshu.generation.grammar.plan;

import java.util.HashMap;
import java.util.List;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.Table;

/**
 * The share of buyers who bought again after their first purchase, in percent. Purchases are the
 * dated rows that belong to buyers and are named like orders.
 */
final class Repurchase {
  private static final String BUYERS = "buyers";
  private final Intent intent;
  private final SchemaContext context;
  private final SchemaLexicon lexicon;
  private final JoinGraph graph;

  Repurchase(Intent intent, SchemaContext context, SchemaLexicon lexicon, JoinGraph graph) {
    this.intent = intent;
    this.context = context;
    this.lexicon = lexicon;
    this.graph = graph;
  }

  Select plan() {
    if (!intent.conditions().isEmpty() || !intent.groupings().isEmpty()) {
      throw new NotPlanned("复购率暂不支持附加条件", "A repurchase rate takes no further conditions");
    }
    Table orders = orders();
    ElementRef date = Display.date(orders);
    JoinGraph.Step owner =
        graph.from(orders).stream()
            .filter(s -> s.single() && isBuyer(s.to()))
            .findFirst()
            .orElseThrow(Repurchase::unknown);
    Scope scope = new Scope(graph, new HashMap<>(), orders);
    Expression buyer = new Expression.ColumnOf(scope.alias(), owner.columns().get(0));
    Expression time = scope.column(date);
    Select buyers =
        new Select(
            false,
            List.of(
                new Select.Output(buyer, owner.columns().get(0)),
                new Select.Output(Expression.form("MIN({})", time), "first_time"),
                new Select.Output(Expression.form("MAX({})", time), "last_time")),
            scope.source(),
            List.of(),
            List.of(),
            List.of(buyer),
            List.of(),
            List.of(),
            null);
    return rate(buyers);
  }

  private static Select rate(Select buyers) {
    Expression rate =
        Expression.form(
            "ROUND(SUM(CASE WHEN {} > {} THEN 1 ELSE 0 END) * 100 / COUNT(*), 2)",
            new Expression.ColumnOf(BUYERS, "last_time"),
            new Expression.ColumnOf(BUYERS, "first_time"));
    return new Select(
        false,
        List.of(new Select.Output(rate, "repurchase_rate")),
        new Select.Source(null, buyers, BUYERS),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private boolean isBuyer(Table table) {
    for (Item mention : intent.mentions()) {
      if (mention.elements().stream().anyMatch(e -> e.isTable() && e.isOf(table))) {
        return true;
      }
    }
    return intent.mentions().isEmpty();
  }

  private Table orders() {
    return context.snapshot().tables().values().stream()
        .filter(t -> lexicon.tablesNamed("order").stream().anyMatch(e -> e.isOf(t)))
        .filter(t -> Display.date(t) != null)
        .findFirst()
        .orElseThrow(Repurchase::unknown);
  }

  private static NotPlanned unknown() {
    return new NotPlanned("没有找到购买记录", "There are no dated purchases of buyers");
  }
}
