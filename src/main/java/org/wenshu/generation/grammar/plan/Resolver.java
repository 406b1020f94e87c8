package org.wenshu.generation.grammar.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.generation.grammar.lexicon.ValueRef;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.Table;

/** Settles which table or column an item names, by what else the question names. */
final class Resolver {
  private static final double MENTIONED = 0.3;
  private static final double NEAR = 0.06;
  private static final double RELEVANT = 0.02;

  private final SchemaContext context;
  private final SchemaLexicon lexicon;
  private final JoinGraph graph;
  private final Set<String> mentioned = new LinkedHashSet<>();
  private Table root;

  Resolver(SchemaContext context, SchemaLexicon lexicon, JoinGraph graph, Intent intent) {
    this.context = context;
    this.lexicon = lexicon;
    this.graph = graph;
    noteTables(intent);
  }

  private void noteTables(Intent intent) {
    intent.mentions().forEach(this::note);
    intent.wholes().forEach(this::note);
    intent.absences().forEach(this::note);
    intent.outputs().forEach(this::note);
    intent.groupings().forEach(this::note);
    intent.superlatives().forEach(s -> note(s.subject()));
    intent.orderings().forEach(o -> note(o.subject()));
    intent.conditions().forEach(c -> note(c.subject()));
    intent.shown().forEach(s -> mentioned.add(s.key().table().name()));
  }

  private void note(Item item) {
    if (item == null) {
      return;
    }
    note(item.owner());
    if (item.fact() instanceof Fact.Measure measure) {
      note(measure.operand());
    } else if (item.isTable()) {
      mentioned.add(table(item).name());
    } else {
      noteOnlyTable(item);
    }
  }

  /** A column that only one table has speaks for that table. */
  private void noteOnlyTable(Item item) {
    Set<String> tables = new LinkedHashSet<>();
    for (ElementRef element : item.elements()) {
      tables.add(element.table().name());
    }
    if (tables.size() == 1) {
      mentioned.addAll(tables);
    }
  }

  void rootAt(Table table) {
    root = table;
    mentioned.add(table.name());
  }

  /** All tables, relevant ones first. */
  List<Table> allTables() {
    Set<Table> tables = new LinkedHashSet<>(context.tables());
    tables.addAll(context.snapshot().tables().values());
    return List.copyOf(tables);
  }

  boolean isMentioned(Table table) {
    return mentioned.contains(table.name());
  }

  /** The table an item names. */
  Table table(Item item) {
    ElementRef best = null;
    double most = 0;
    for (ElementRef element : item.elements()) {
      double score = element.quality() + (isRelevant(element.table()) ? RELEVANT : 0);
      if (element.isTable() && score > most) {
        best = element;
        most = score;
      }
    }
    if (best == null) {
      throw new NotPlanned(
          "不知道“" + item.text() + "”指哪张表", "No table goes by \"" + item.text() + "\"");
    }
    return best.table();
  }

  private boolean isRelevant(Table table) {
    return context.tables().contains(table);
  }

  /** The column an item names; for a table, the column that names its rows. */
  ElementRef column(Item item) {
    ElementRef best = null;
    double most = 0;
    for (ElementRef element : candidates(item)) {
      double score = score(element, item);
      if (!element.isTable() && score > most + 1e-9) {
        best = element;
        most = score;
      }
    }
    if (best != null) {
      return best;
    }
    if (item.isTable()) {
      return Display.name(table(item));
    }
    throw new NotPlanned(
        "没有找到“" + item.text() + "”对应的字段", "No column goes by \"" + item.text() + "\"");
  }

  private double score(ElementRef element, Item item) {
    double score = element.quality();
    boolean near = near(element.table());
    if (item.owner() != null && item.owner().isTable() && element.isOf(table(item.owner()))) {
      score += 1;
    }
    if (element.isOf(root)) {
      score += MENTIONED + NEAR;
    } else if (isMentioned(element.table())) {
      score += MENTIONED;
    } else if (near) {
      score += NEAR;
    }
    if (!element.isTable() && Display.isReference(element.table(), element.column())) {
      score -= 0.01;
    }
    return score + (isRelevant(element.table()) ? RELEVANT : 0);
  }

  private boolean near(Table table) {
    return graph.from(table).stream().anyMatch(s -> mentioned.contains(s.to().name()));
  }

  /** What an item may name; an adjective of measure names what it measures. */
  private List<ElementRef> candidates(Item item) {
    if (item.keyword() == null || !item.keyword().tag().equals("adj")) {
      return item.elements();
    }
    String measured = item.keyword().argument();
    String[] names = measured.substring(measured.indexOf(' ') + 1).split(",", -1);
    List<ElementRef> found = new ArrayList<>();
    for (String name : names) {
      if (name.equals("@date")) {
        addDates(item, found);
      } else {
        found.addAll(lexicon.columnsNamed(name));
      }
      if (found.stream().anyMatch(e -> isMentioned(e.table()))) {
        return found;
      }
    }
    return found;
  }

  private void addDates(Item item, List<ElementRef> found) {
    if (item.owner() != null && item.owner().isTable()) {
      ElementRef date = Display.date(table(item.owner()));
      if (date != null) {
        found.add(date);
        return;
      }
    }
    for (Table table : context.snapshot().tables().values()) {
      ElementRef date = isMentioned(table) ? Display.date(table) : null;
      if (date != null) {
        found.add(date);
      }
    }
  }

  /** The stored value meant, preferring tables that the question names. */
  ValueRef value(Item item, Table hint) {
    ValueRef best = null;
    double most = -1;
    for (ValueRef value : item.values()) {
      double score = value.exact() ? 0.1 : 0;
      score += value.isOf(hint) ? 0.5 : 0;
      score += value.isOf(root) ? 0.3 : isMentioned(value.table()) ? 0.25 : 0;
      score += near(value.table()) ? 0.1 : 0;
      score += Display.isReference(value.table(), value.column()) ? -0.05 : 0;
      if (score > most) {
        best = value;
        most = score;
      }
    }
    return best;
  }
}
