package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.generation.grammar.lexicon.Keyword;

/** The first, last, most and least, and how many rows are wanted. */
final class SuperlativeRules {
  /** Those that need no knowledge of word order. */
  static final List<Rule> SHARED =
      List.of(
          Rule.many(
              "COL|MEASURE sup|most|adj of? top? NUM unit? TAB|COL",
              m -> top(m.get(1), m.get(0), m.get(4), m.get(6))),
          Rule.many(
              "TAB sup|most of top? NUM? unit? TAB",
              m -> top(m.get(1), count(m.get(0)), m.get(4), m.get(6))),
          Rule.many(
              "TAB sup|most top? NUM unit? TAB",
              m -> top(m.get(1), count(m.get(0)), m.get(3), m.get(5))),
          Rule.many(
              "sup and sup of? COL",
              m ->
                  List.of(
                      MeasureRules.aggregate(m.get(0), m.get(4), m.get(0).text()),
                      m.get(1),
                      MeasureRules.aggregate(m.get(2), m.get(4), m.get(2).text()))),
          Rule.many(
              "NUM unit? TAB with|in most|sup TAB",
              m -> List.of(few(m.get(4), count(m.get(5)), m.get(0)), m.get(2))),
          Rule.many(
              "NUM unit? TAB with in? sup|agg COL",
              m -> List.of(m.get(2), few(m.get(5), m.get(6), m.get(0)))),
          Rule.many(
              "top NUM unit? sup|agg COL of? TAB",
              m -> top(m.get(3), m.get(4), m.get(1), m.get(6))),
          Rule.many(
              "sup|top NUM unit? TAB group|order COL",
              m -> m.get(0).hasTag("top") || highest(m.get(0)) ? ranked(m) : null),
          Rule.many("adj of? NUM unit? TAB", m -> top(m.get(0), m.get(0), m.get(2), m.get(4))),
          Rule.many("recent of? NUM? unit? TAB", m -> recent(m.get(2), m.get(4))),
          Rule.many("NUM adj TAB", m -> top(m.get(1), m.get(1), m.get(0), m.get(2))),
          Rule.many("top NUM adj TAB", m -> top(m.get(2), m.get(2), m.get(1), m.get(3))),
          Rule.many("adj of? TAB", m -> top(m.get(0), m.get(0), null, m.get(2))),
          Rule.many("COL adj of? TAB", m -> top(m.get(1), m.get(0), null, m.get(3))),
          Rule.of("with in? sup|agg COL", m -> one(m.get(2), m.get(3), m.text())),
          Rule.of("with in? adj", m -> one(m.get(2), m.get(2), m.text())),
          Rule.of("with? most numberof? of? TAB", m -> one(m.get(1), count(m.get(4)), m.text())),
          Rule.many("most of? COL", m -> commonest(m.get(0), m.get(2))),
          Rule.many("COL be? most", m -> commonest(m.get(2), m.get(0))),
          Rule.of("with? sup|most MEASURE", m -> one(m.get(1), m.get(2), m.text())),
          Rule.of("top NUM unit?", m -> limit(m.get(1), m.text())),
          Rule.of(
              "sup NUM", m -> m.get(0).text().equals("top") ? limit(m.get(1), m.text()) : null));

  /** Chinese puts what is superlative before the noun it describes. */
  static final List<Rule> CHINESE =
      List.of(
          Rule.many("COL sup of TAB", m -> top(m.get(1), m.get(0), null, m.get(3))),
          Rule.many("sup COL of TAB", m -> top(m.get(0), m.get(1), null, m.get(3))),
          Rule.of("MEASURE sup|most", m -> one(m.get(1), m.get(0), m.text())),
          Rule.of("TAB most|sup", m -> one(m.get(1), count(m.get(0)), m.text())),
          Rule.of("COL sup of? top? NUM unit?", m -> few(m.get(1), summed(m.get(0)), m.get(4))),
          Rule.of("COL sup", m -> one(m.get(1), m.get(0), m.text())),
          Rule.of("COL adj", m -> one(m.get(1), m.get(0), m.text())),
          Rule.of("sup of? COL", m -> MeasureRules.aggregate(m.get(0), m.get(2), m.text())),
          Rule.of("adj of? top? NUM unit?", m -> first(m.get(0), m.get(3))),
          Rule.of("adj", m -> one(m.get(0), m.get(0), m.text())));

  static final List<Rule> ENGLISH =
      List.of(
          Rule.many("sup COL TAB", m -> top(m.get(0), m.get(1), null, m.get(2))),
          Rule.many("most COL TAB", m -> top(m.get(0), m.get(1), null, m.get(2))),
          Rule.many("in adj COL", m -> List.of(one(m.get(1), m.get(2), m.text()))),
          Rule.of("sup COL", m -> MeasureRules.aggregate(m.get(0), m.get(1), m.text())),
          Rule.of("adj NUM", m -> first(m.get(0), m.get(1))),
          Rule.of("NUM adj", m -> first(m.get(1), m.get(0))),
          Rule.of(
              "adj COL?", m -> one(m.get(0), m.get(1) == null ? m.get(0) : m.get(1), m.text())));

  private SuperlativeRules() {}

  /** "Top 5 products by price". */
  private static List<Item> ranked(Pattern.Match match) {
    Item most = Item.keyword(match.get(0).text(), MOST);
    return top(most, match.get(5), match.get(1), match.get(3));
  }

  private static final Keyword MOST = new Keyword("sup", "MAX");
  private static final Keyword LATEST = new Keyword("adj", "MAX @date");

  private static List<Item> recent(Item number, Item table) {
    Item latest = Item.keyword("latest", LATEST);
    return top(latest, latest, number, table);
  }

  private static Item count(Item table) {
    return Item.fact(table.text(), new Fact.Measure(Fact.Function.COUNT, table, false));
  }

  private static Item limit(Item number, String text) {
    return Item.fact(text, new Fact.Limit(number.intValue()));
  }

  private static Item one(Item direction, Item subject, String text) {
    return isSuperlative(direction)
        ? Item.fact(text, new Fact.Superlative(summed(subject), highest(direction), 1))
        : null;
  }

  /** The highest of a quantity, the most frequent of anything else. */
  private static List<Item> commonest(Item direction, Item column) {
    if (direction.text().startsWith("the most") || ConditionRules.holdsNumbers(column)) {
      return ConditionRules.holdsNumbers(column)
          ? List.of(one(direction, column, direction.text() + " " + column.text()))
          : null;
    }
    Item rows = Item.fact(direction.text(), new Fact.Measure(Fact.Function.COUNT, null, false));
    return List.of(one(direction, rows, direction.text()), column);
  }

  private static Item first(Item direction, Item number) {
    return isSuperlative(direction) ? few(direction, direction, number) : null;
  }

  private static Item few(Item direction, Item subject, Item number) {
    return Item.fact(
        direction.text(), new Fact.Superlative(subject, highest(direction), number.intValue()));
  }

  private static List<Item> top(Item direction, Item subject, Item number, Item table) {
    if (table.owner() == null && !table.isTable()) {
      return null;
    }
    if (!isSuperlative(direction)) {
      return null;
    }
    int rows = number == null ? 1 : number.intValue();
    Item measured = subject.hasTag("adj") ? subject.ownedBy(table) : owned(summed(subject), table);
    List<Item> items = new ArrayList<>();
    items.add(
        Item.fact(direction.text(), new Fact.Superlative(measured, highest(direction), rows)));
    items.add(table);
    return items;
  }

  private static Item summed(Item subject) {
    return subject.hasTag("quantity") ? subject.summed() : subject;
  }

  private static Item owned(Item column, Item table) {
    return column.owner() == null ? column.ownedBy(table) : column;
  }

  private static boolean isSuperlative(Item direction) {
    return direction.argument().startsWith("MAX") || direction.argument().startsWith("MIN");
  }

  private static boolean highest(Item direction) {
    return direction.argument().startsWith("MAX");
  }
}
