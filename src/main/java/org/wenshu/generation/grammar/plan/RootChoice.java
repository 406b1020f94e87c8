package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.question.Language;
import org.wenshu.schema.Table;

/** Chooses the table whose rows the result is about. */
final class RootChoice {
  private final Intent intent;
  private final Resolver resolver;
  private final JoinGraph graph;

  RootChoice(Intent intent, Resolver resolver, JoinGraph graph) {
    this.intent = intent;
    this.resolver = resolver;
    this.graph = graph;
  }

  /**
   * What the result is about.
   *
   * @param subject the table asked for
   * @param grain the table with a row for each row of the result
   */
  record Choice(Table subject, Table grain) {}

  Choice choose() {
    Table subject = subject();
    resolver.rootAt(subject);
    return new Choice(subject, grain(subject));
  }

  private Table subject() {
    for (Item group : intent.groupings()) {
      if (group.isTable() && isEntityOf(resolver.table(group))) {
        return resolver.table(group);
      }
    }
    if (intent.asked() != null && intent.outputs().isEmpty()) {
      return resolver.table(intent.asked());
    }
    boolean columns = intent.outputs().stream().anyMatch(o -> !o.isMeasure());
    if (!columns && !intent.outputs().isEmpty()) {
      return measured((Fact.Measure) intent.outputs().get(0).fact());
    }
    if (!intent.wholes().isEmpty()) {
      return resolver.table(intent.wholes().get(0));
    }
    for (Item output : intent.outputs()) {
      if (!output.isMeasure() && output.owner() != null) {
        return resolver.table(output.owner());
      }
    }
    if (!intent.wholes().isEmpty()) {
      return resolver.table(intent.wholes().get(0));
    }
    if (!intent.mentions().isEmpty()) {
      boolean first = intent.language() == Language.ENGLISH;
      int place = first ? 0 : intent.mentions().size() - 1;
      return resolver.table(intent.mentions().get(place));
    }
    return fromRest();
  }

  /** A table can be grouped by when what is measured hangs together with it. */
  private boolean isEntityOf(Table table) {
    for (Item output : intent.outputs()) {
      if (output.fact() instanceof Fact.Measure measure) {
        Table measured = measured(measure);
        return graph.measures(table, measured);
      }
    }
    return false;
  }

  private Table fromRest() {
    for (Item output : intent.outputs()) {
      return output.isMeasure()
          ? measured((Fact.Measure) output.fact())
          : resolver.column(output).table();
    }
    for (Fact.Superlative superlative : intent.superlatives()) {
      return resolver.column(superlative.subject()).table();
    }
    for (Fact.Condition condition : intent.conditions()) {
      if (condition.subject() != null && !condition.subject().isMeasure()) {
        return condition.subject().isTable()
            ? resolver.table(condition.subject())
            : resolver.column(condition.subject()).table();
      }
    }
    throw new NotPlanned("没有看出问题涉及哪张表", "The question names no table");
  }

  private Table measured(Fact.Measure measure) {
    Item operand = measure.operand();
    return operand.isTable() && measure.function() == Fact.Function.COUNT
        ? resolver.table(operand)
        : resolver.column(operand).table();
  }

  /** The subject, or a table with a row for each combination of what is to be shown. */
  private Table grain(Table subject) {
    List<Table> needed = new ArrayList<>();
    for (Item output : intent.outputs()) {
      if (!output.isMeasure()) {
        add(needed, resolver.column(output).table());
      }
    }
    for (Fact.Superlative superlative : intent.superlatives()) {
      if (!superlative.subject().isMeasure()) {
        add(needed, resolver.column(superlative.subject()).table());
      }
    }
    for (Fact.Ordering ordering : intent.orderings()) {
      if (ordering.subject() != null && !ordering.subject().isMeasure()) {
        add(needed, resolver.column(ordering.subject()).table());
      }
    }
    if (!needed.isEmpty() && intent.outputs().isEmpty()) {
      add(needed, subject);
    }
    if (needed.isEmpty() || reachesAll(subject, needed)) {
      return subject;
    }
    return nearest(needed);
  }

  private static void add(List<Table> tables, Table table) {
    if (!tables.contains(table)) {
      tables.add(table);
    }
  }

  private boolean reachesAll(Table from, List<Table> tables) {
    return tables.stream().allMatch(t -> graph.single(from, t).isPresent());
  }

  private Table nearest(List<Table> needed) {
    Table best = null;
    int shortest = Integer.MAX_VALUE;
    for (Table candidate : resolver.allTables()) {
      if (reachesAll(candidate, needed)) {
        int length = 0;
        for (Table table : needed) {
          length += graph.single(candidate, table).map(List::size).orElse(0);
        }
        if (length < shortest) {
          best = candidate;
          shortest = length;
        }
      }
    }
    if (best == null) {
      ElementRef first = new ElementRef(needed.get(0), null, 1);
      throw new NotPlanned("所涉及的表之间没有关联：" + first, "The tables named are not related: " + first);
    }
    return best;
  }
}
