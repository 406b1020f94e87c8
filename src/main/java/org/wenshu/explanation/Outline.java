package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Select;

/** Collects what a statement reads and does, over all queries inside it. */
final class Outline {
  private final Speech speech;
  private final Set<String> tables = new LinkedHashSet<>();
  private final Set<String> conditions = new LinkedHashSet<>();
  private final Set<String> operations = new LinkedHashSet<>();
  private final Set<Reading> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int parts;

  private Outline(Speech speech) {
    this.speech = speech;
  }

  static Outline of(Reading reading, Speech speech) {
    Outline outline = new Outline(speech);
    outline.reading(reading);
    return outline;
  }

  List<String> tables() {
    return List.copyOf(tables);
  }

  List<String> conditions() {
    return List.copyOf(conditions);
  }

  List<String> operations() {
    return List.copyOf(operations);
  }

  Explanation.Complexity complexity() {
    return Explanation.Complexity.of(parts);
  }

  private void reading(Reading reading) {
    if (!seen.add(reading)) {
      return;
    }
    if (reading instanceof Level level) {
      level(level);
      return;
    }
    Reading.Combined combined = (Reading.Combined) reading;
    combined.parts().forEach(this::reading);
    operations.addAll(combined.operators());
    parts += combined.operators().size();
    ordered(!combined.orderBy().isEmpty(), combined.limit().isPresent());
    Level first = combined.first();
    combined.orderBy().forEach(o -> expression(first.labelled(o.expression()), first));
  }

  private void ordered(boolean sorted, boolean cut) {
    if (sorted) {
      operations.add("ORDER BY");
    }
    if (cut) {
      operations.add("LIMIT");
    }
  }

  private void level(Level level) {
    operations.add("SELECT");
    Select select = level.select();
    if (level.isDistinct()) {
      operations.add("DISTINCT");
    }
    select.items().forEach(i -> expression(i.expression(), level));
    for (Source source : level.sources()) {
      source(source);
      source.on().ifPresent(e -> expression(e, level));
    }
    predicates(level);
    if (level.isGrouped()) {
      operations.add("GROUP BY");
      select.groupBy().forEach(g -> expression(g.expression(), level));
    }
    select.having().ifPresent(h -> having(h, level));
    ordered(!level.orderBy().isEmpty(), level.limit().isPresent());
    level.orderBy().forEach(o -> expression(o.expression(), level));
  }

  private void source(Source source) {
    if (!source.words().isEmpty()) {
      operations.add(source.words().equals(",") ? "JOIN" : source.words().replace("INNER ", ""));
      parts++;
    }
    source.table().map(Table::name).ifPresent(tables::add);
    if (source.table().isEmpty() && source.derived().isEmpty() && !source.common()) {
      tables.add(source.name());
    }
    source
        .derived()
        .filter(r -> !seen.contains(r))
        .ifPresent(
            r -> {
              operations.add(source.common() ? "CTE" : "SUBQUERY");
              parts++;
              reading(r);
            });
  }

  private void predicates(Level level) {
    List<Expression> told = new ArrayList<>(Nouns.spoken(level));
    for (Source source : level.sources()) {
      if (source.isOuter()) {
        source.on().map(Conjunction::of).orElse(List.of()).stream()
            .filter(e -> KeyLink.of(e, level).filter(KeyLink::isUsual).isEmpty())
            .forEach(told::add);
      }
    }
    add(told, level);
    level
        .select()
        .where()
        .ifPresent(
            w -> {
              operations.add("WHERE");
              expression(w, level);
            });
  }

  private void add(List<Expression> predicates, Level level) {
    speech.predicates.all(predicates, level).forEach(c -> conditions.add(c.plain()));
  }

  private void having(Expression having, Level level) {
    operations.add("HAVING");
    add(Conjunction.of(having), level);
    expression(having, level);
  }

  private void expression(Expression expression, Level level) {
    if (expression instanceof Expression.Call call) {
      if (call.over().isPresent()) {
        operations.add("WINDOW");
        parts++;
      } else if (Summaries.isAggregate(call)) {
        operations.add(call.name());
      }
    }
    if (expression instanceof Expression.SubQuery query) {
      operations.add("SUBQUERY");
      parts++;
      reading(level.read(query.query()));
    }
    expression.children().forEach(c -> expression(c, level));
  }
}
