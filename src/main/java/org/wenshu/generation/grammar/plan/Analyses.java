package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.Table;

/** Plans every intent: plain ones as they are, analyses around a plain one. Stateless. */
public final class Analyses {
  private static final String INNER = "measured";

  private Analyses() {}

  /**
   * The statement for an intent.
   *
   * @throws NotPlanned when there is none, with the reason
   */
  public static Select plan(
      Intent intent, SchemaContext context, SchemaLexicon lexicon, JoinGraph graph) {
    if (intent.asksFor("repurchase")) {
      return new Repurchase(intent, context, lexicon, graph).plan();
    }
    if (intent.asksFor("margin")) {
      return new Margin(intent, context, lexicon, graph).plan();
    }
    if (intent.asksFor("bucket")) {
      throw new NotPlanned("没有说明如何划分区间", "It is not said where one group ends and the next begins");
    }
    Intent plain = plain(intent);
    Select inner = new Planner(plain, context, lexicon, graph).plan();
    if (intent.asksFor("growth")) {
      return growth(inner);
    }
    return intent.asksFor("composition") || intent.asksFor("percent") ? shares(inner) : inner;
  }

  /** What is to be analysed, as if it were only asked for; spans default to months. */
  private static Intent plain(Intent intent) {
    if (intent.analyses().isEmpty()) {
      return intent;
    }
    boolean overTime = intent.asksFor("growth") || intent.asksFor("trend");
    List<Fact.Period> periods =
        overTime && intent.calendar().isEmpty() ? List.of(Fact.Period.MONTH) : intent.calendar();
    return intent
        .change()
        .outputs(summed(intent.outputs()))
        .calendar(periods)
        .analyses(List.of())
        .intent();
  }

  private static List<Item> summed(List<Item> outputs) {
    if (outputs.stream().anyMatch(Item::isMeasure)) {
      return outputs;
    }
    return outputs.stream().map(Item::summed).toList();
  }

  /**
   * The table whose rows the intent is about.
   *
   * @throws NotPlanned when it is not clear which
   */
  public static Table subject(
      Intent intent, SchemaContext context, SchemaLexicon lexicon, JoinGraph graph) {
    return new Planner(plain(intent), context, lexicon, graph).subject();
  }

  private static Select growth(Select inner) {
    requireTwo(inner);
    Expression period = column(inner, 0);
    Expression now = column(inner, inner.outputs().size() - 1);
    Expression rate =
        Expression.form(
            "ROUND(({} - LAG({}) OVER (ORDER BY {})) * 100 / LAG({}) OVER (ORDER BY {}), 2)",
            now,
            now,
            period,
            now,
            period);
    return around(inner, rate, "growth_rate", new Select.Sort(period, false));
  }

  private static Select shares(Select inner) {
    requireTwo(inner);
    List<Select.Join> joins = inner.joins().stream().map(Analyses::required).toList();
    Select present =
        new Select(
            inner.distinct(),
            inner.outputs(),
            inner.from(),
            joins,
            inner.where(),
            inner.groupBy(),
            inner.having(),
            inner.orderBy(),
            inner.limit());
    Expression part = column(inner, inner.outputs().size() - 1);
    Expression share = Expression.form("ROUND({} * 100 / SUM({}) OVER (), 2)", part, part);
    return around(present, share, "share", new Select.Sort(part, true));
  }

  /** What takes no part in the whole has no share of it. */
  private static Select.Join required(Select.Join join) {
    return new Select.Join(false, join.source(), join.on());
  }

  private static void requireTwo(Select inner) {
    if (inner.outputs().size() < 2 || (inner.groupBy().isEmpty() && inner.joins().isEmpty())) {
      throw new NotPlanned("没有说明按什么分组来分析", "It is not said what to analyse by");
    }
  }

  private static Select around(Select inner, Expression added, String label, Select.Sort order) {
    List<Select.Output> outputs = new ArrayList<>();
    List<Select.Output> labelled = new ArrayList<>();
    for (int i = 0; i < inner.outputs().size(); i++) {
      outputs.add(new Select.Output(column(inner, i), label(inner, i)));
      labelled.add(new Select.Output(inner.outputs().get(i).expression(), label(inner, i)));
    }
    outputs.add(new Select.Output(added, label));
    Select source =
        new Select(
            inner.distinct(),
            labelled,
            inner.from(),
            inner.joins(),
            inner.where(),
            inner.groupBy(),
            inner.having(),
            List.of(),
            inner.limit());
    return new Select(
        false,
        outputs,
        new Select.Source(null, source, INNER),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(order),
        null);
  }

  private static Expression column(Select inner, int place) {
    return new Expression.ColumnOf(INNER, label(inner, place));
  }

  private static String label(Select inner, int place) {
    Select.Output output = inner.outputs().get(place);
    if (!output.label().isEmpty()) {
      return output.label();
    }
    return output.expression() instanceof Expression.ColumnOf column
        ? column.column()
        : "column_" + (place + 1);
  }
}
