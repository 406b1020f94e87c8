package org.wenshu.generation.grammar.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.Table;

/**
 * Profit as a percentage of revenue over time: revenue is the price of the lines sold, profit what
 * is left of it after the cost of the quantity sold.
 */
final class Margin {
  private final Intent intent;
  private final SchemaContext context;
  private final SchemaLexicon lexicon;
  private final JoinGraph graph;

  Margin(Intent intent, SchemaContext context, SchemaLexicon lexicon, JoinGraph graph) {
    this.intent = intent;
    this.context = context;
    this.lexicon = lexicon;
    this.graph = graph;
  }

  Select plan() {
    if (!intent.conditions().isEmpty() || !intent.groupings().isEmpty()) {
      throw new NotPlanned("利润率暂不支持附加条件", "A profit margin takes no further conditions");
    }
    for (Table lines : context.snapshot().tables().values()) {
      Optional<ElementRef> price = named("line total", lines);
      Optional<ElementRef> quantity = named("quantity", lines);
      Optional<ElementRef> cost = reachable("cost", lines);
      Optional<ElementRef> date = date(lines);
      if (price.isPresent() && quantity.isPresent() && cost.isPresent() && date.isPresent()) {
        return margin(
            lines,
            price.orElseThrow(),
            quantity.orElseThrow(),
            cost.orElseThrow(),
            date.orElseThrow());
      }
    }
    throw new NotPlanned("没有可以计算利润的收入和成本", "There is no revenue and cost to compute a profit from");
  }

  private Optional<ElementRef> named(String name, Table table) {
    return lexicon.columnsNamed(name).stream().filter(c -> c.isOf(table)).findFirst();
  }

  private Optional<ElementRef> reachable(String name, Table from) {
    return lexicon.columnsNamed(name).stream()
        .filter(c -> c.column().kind().isNumeric())
        .filter(c -> graph.single(from, c.table()).isPresent())
        .findFirst();
  }

  private Optional<ElementRef> date(Table lines) {
    return graph.from(lines).stream()
        .filter(JoinGraph.Step::single)
        .filter(s -> lexicon.tablesNamed("order").stream().anyMatch(e -> e.isOf(s.to())))
        .map(s -> Display.date(s.to()))
        .filter(d -> d != null)
        .findFirst();
  }

  private Select margin(
      Table lines, ElementRef price, ElementRef quantity, ElementRef cost, ElementRef date) {
    Scope scope = new Scope(graph, new HashMap<>(), lines);
    Fact.Period period = intent.calendar().isEmpty() ? Fact.Period.MONTH : intent.calendar().get(0);
    Expression span = Periods.of(period, scope.column(date), date.column());
    Expression revenue = scope.column(price);
    Expression margin =
        Expression.form(
            "ROUND((SUM({}) - SUM({} * {})) * 100 / SUM({}), 2)",
            revenue,
            scope.column(quantity),
            scope.column(cost),
            revenue);
    return new Select(
        false,
        List.of(
            new Select.Output(span, Labels.of(period)), new Select.Output(margin, "profit_margin")),
        scope.source(),
        scope.joins(),
        List.of(),
        List.of(span),
        List.of(),
        List.of(new Select.Sort(span, false)),
        null);
  }
}
