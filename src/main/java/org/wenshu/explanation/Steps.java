package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.Select;

/** Tells a statement step by step: what it reads, joins, filters, groups, shows, sorts and cuts. */
final class Steps {
  private static final String INDENT = "  ";

  private final Speech speech;
  private final Words words;
  private final List<String> lines = new ArrayList<>();

  private Steps(Speech speech) {
    this.speech = speech;
    this.words = speech.words;
  }

  /** One step a line; what belongs to a sub-query is indented below it. */
  static String of(Reading reading, Speech speech) {
    Steps steps = new Steps(speech);
    steps.reading(reading, "");
    return String.join("\n", steps.lines);
  }

  private void reading(Reading reading, String indent) {
    if (reading instanceof Level level) {
      level(level, indent);
      sorted(level.orderBy(), level.limit(), level, indent);
      return;
    }
    Reading.Combined combined = (Reading.Combined) reading;
    for (int i = 0; i < combined.parts().size(); i++) {
      String operator = i == 0 ? "" : combined.operators().get(i - 1);
      line(
          indent,
          i == 0
              ? words.say("第 1 部分：", "Part 1:")
              : words.say("第 %1$d 部分（%2$s）：", "Part %1$d (%2$s):", i + 1, operator));
      reading(combined.parts().get(i), indent + INDENT);
    }
    sorted(combined.orderBy(), combined.limit(), combined.first(), indent);
  }

  private void line(String indent, String text) {
    lines.add(indent + text);
  }

  private void level(Level level, String indent) {
    level.sources().forEach(s -> source(s, indent));
    conditions(level, indent);
    Select select = level.select();
    if (!select.groupBy().isEmpty()) {
      List<String> keys =
          select.groupBy().stream().map(g -> told(level.labelled(g.expression()), level)).toList();
      line(indent, words.say("分组：%1$s%2$s", "Groups by %1$s%2$s", words.all(keys), rollup(select)));
    }
    select
        .having()
        .ifPresent(
            h ->
                speech
                    .predicates
                    .all(Conjunction.of(h), level)
                    .forEach(
                        c ->
                            line(
                                indent, words.say("保留的组：%s", "Keeps groups where %s", c.plain()))));
    if (level.isDistinct()) {
      line(indent, words.say("去除重复行", "Removes repeated rows"));
    }
    line(indent, words.say("输出：%s", "Shows %s", words.all(outputs(level))));
  }

  private String rollup(Select select) {
    return select.rollup() ? words.say("，并加上各级合计", ", with totals of each level") : "";
  }

  private void source(Source source, String indent) {
    String on =
        source.on().map(e -> words.say("，条件 %s", " on %s", words.sql(SqlText.of(e)))).orElse("");
    String using =
        source.using().isEmpty()
            ? ""
            : words.say(
                "，按同名字段 %s",
                " using %s", words.all(source.using().stream().map(n -> n.text()).toList()));
    String name = name(source);
    boolean joined = !source.words().isEmpty() && !source.words().equals(",");
    line(
        indent,
        joined
            ? words.say("%1$s %2$s%3$s", "%1$s %2$s%3$s", source.words(), name, on + using)
            : words.say("读取 %1$s%2$s", "Reads %1$s%2$s", name, on + using));
    source.derived().ifPresent(r -> reading(r, indent + INDENT));
  }

  private String name(Source source) {
    String alias =
        source.alias().equalsIgnoreCase(source.name()) || source.name().isEmpty()
            ? ""
            : " AS " + source.alias();
    if (source.table().isPresent()) {
      Table table = source.table().orElseThrow();
      String label = words.rows(table);
      boolean same = !words.isChinese() || label.equals(table.name());
      return table.name() + (same ? "" : "（" + label + "）") + alias;
    }
    return source.name().isEmpty()
        ? words.say("子查询 %s：", "the sub-query %s:", source.alias())
        : source.name() + alias;
  }

  private void conditions(Level level, String indent) {
    List<Expression> predicates = level.conditions();
    List<Clause> clauses = speech.predicates.all(predicates, level);
    boolean nested = predicates.stream().anyMatch(SubQueries::isIn);
    for (Clause clause : clauses) {
      line(indent, words.say("筛选：%s", "Keeps rows where %s", clause.plain()));
    }
    if (nested) {
      predicates.stream()
          .filter(SubQueries::isIn)
          .forEach(p -> SubQueries.in(p).forEach(q -> nested(q, level, indent)));
    }
  }

  private void nested(Expression.SubQuery query, Level level, String indent) {
    line(indent + INDENT, words.say("其中的子查询：", "The sub-query in it:"));
    reading(level.read(query.query()), indent + INDENT + INDENT);
  }

  private List<String> outputs(Level level) {
    List<String> outputs = new ArrayList<>();
    for (Select.Item item : level.select().items()) {
      if (item.expression() instanceof Expression.Star) {
        outputs.add(words.say("全部字段（%s）", "all columns (%s)", SqlText.of(item.expression())));
      } else {
        String told = told(item.expression(), level);
        outputs.add(
            item.alias().map(a -> told + words.say("（%s）", " as %s", a.text())).orElse(told));
      }
    }
    return outputs;
  }

  /** In words, and as SQL where it is more than a name. */
  private String told(Expression expression, Level level) {
    String term = speech.terms.text(expression, level);
    String sql = words.sql(SqlText.of(expression));
    return expression instanceof Expression.Column || term.equals(sql) ? term : term + " " + sql;
  }

  private void sorted(
      List<OrderItem> order, Optional<Query.Limit> limit, Level level, String indent) {
    if (!order.isEmpty()) {
      String text = new Superlative(speech).sorted(order, level);
      line(indent, words.say("排序：%s", "Rows are %s", text));
    }
    limit
        .flatMap(Query.Limit::offset)
        .ifPresent(o -> line(indent, words.say("跳过前 %s 行", "Leaves out the first %s rows", o)));
    limit.ifPresent(
        l -> line(indent, words.say("最多返回 %s 行", "Returns at most %s rows", l.count())));
  }
}
