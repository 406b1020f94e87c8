package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.schema.Table;

/** Counts and aggregates. */
final class MeasureRules {
  private static final double WELL_NAMED = 0.8;

  static final List<Rule> ALL =
      List.of(
          Rule.many("TAB of? agg COL", m -> ofTable(m.get(0), m.get(2), m.get(3), m.text())),
          Rule.of("agg of? COL", m -> aggregate(m.get(0), m.get(2), m.text())),
          Rule.many(
              "agg and agg of? COL",
              m ->
                  List.of(
                      aggregate(m.get(0), m.get(4), m.get(0).text()),
                      m.get(1),
                      aggregate(m.get(2), m.get(4), m.get(2).text()))),
          Rule.many("agg and MEASURE", m -> shared(m.get(0), m.get(1), m.get(2))),
          Rule.of(
              "howmany|numberof|count distinct? of|in|unit? TAB",
              m -> howMany(m.get(3), m.get(1), m.text())),
          Rule.of(
              "howmany|numberof|count distinct of|in? COL",
              m -> counted(m.get(3), m.get(1), m.text())),
          Rule.of("numberof|howmany COL", m -> quantity(m.get(1), m.text())),
          Rule.of("distinct? TAB of? count", m -> counted(m.get(1), m.get(0), m.text())),
          Rule.of("distinct COL of? count", m -> counted(m.get(1), m.get(0), m.text())),
          Rule.of("TAB with? be? howmany unit?", m -> counted(m.get(0), null, m.text())),
          Rule.of("COL of? agg", m -> aggregate(m.get(2), m.get(0), m.text())),
          Rule.of("quantity", m -> m.get(0).summed()));

  /** Counts once conditions are known, which may stand between "how many" and what is counted. */
  static final List<Rule> LATER =
      List.of(
          Rule.many(
              "howmany|numberof|count COND|EITHER|of|verb|in|with* TAB",
              m -> {
                List<Item> items = new ArrayList<>(m.all(1));
                items.add(counted(m.get(2), null, m.text()));
                return items;
              }),
          Rule.of("TAB with|in|verb|be* howmany", m -> counted(m.get(0), null, m.text())));

  private MeasureRules() {}

  static Item aggregate(Item function, Item column, String text) {
    return aggregated(Fact.Function.valueOf(function.argument()), column, text);
  }

  /** The table goes into the aggregate only when the column is its own. */
  private static List<Item> ofTable(Item table, Item function, Item column, String text) {
    boolean own =
        column.elements().stream().anyMatch(e -> !e.isTable() && e.isOf(table.table().table()));
    return own
        ? List.of(aggregate(function, column.ownedBy(table), text))
        : List.of(table, aggregate(function, column, text));
  }

  static Item counted(Item what, Item distinct, String text) {
    boolean each = distinct != null && distinct.hasTag("distinct");
    return Item.fact(text, new Fact.Measure(Fact.Function.COUNT, what, each || !what.isTable()));
  }

  /**
   * How many of a table: its rows. A table named by its last word alone may lend that word to what
   * it measures: of project_hours with a column month_hours, "how many hours" means the latter.
   */
  private static Item howMany(Item what, Item distinct, String text) {
    ElementRef best = what.elements().get(0);
    if (!best.isTable()) {
      return quantity(what, text);
    }
    return best.quality() < WELL_NAMED
        ? measured(best.table(), what.text())
            .map(column -> aggregated(Fact.Function.SUM, column, text))
            .orElseGet(() -> counted(what, distinct, text))
        : counted(what, distinct, text);
  }

  private static Optional<Item> measured(Table table, String word) {
    String ending = word.toLowerCase(Locale.ROOT);
    return table.columns().stream()
        .filter(c -> c.kind().isNumeric() && c.name().toLowerCase(Locale.ROOT).endsWith(ending))
        .map(c -> Item.element(word, List.of(new ElementRef(table, c, WELL_NAMED)), List.of()))
        .findFirst();
  }

  private static Item aggregated(Fact.Function function, Item column, String text) {
    return Item.fact(text, new Fact.Measure(function, column, false));
  }

  /** How many of a column: its sum where it holds numbers, else its different values. */
  private static Item quantity(Item column, String text) {
    boolean adds =
        column.elements().stream().anyMatch(e -> !e.isTable() && e.column().kind().isNumeric());
    return adds ? aggregated(Fact.Function.SUM, column, text) : counted(column, null, text);
  }

  private static List<Item> shared(Item function, Item and, Item measure) {
    Fact.Measure told = (Fact.Measure) measure.fact();
    if (told.function() == Fact.Function.COUNT) {
      return null;
    }
    return List.of(aggregate(function, told.operand(), function.text()), and, measure);
  }
}
