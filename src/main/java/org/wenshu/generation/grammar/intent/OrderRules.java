package org.wenshu.generation.grammar.intent;

import java.util.List;
import org.wenshu.generation.grammar.lexicon.Keyword;

/** Wishes for an order. */
final class OrderRules {
  /** Directions said by extremes, before those are taken for wishes of their own. */
  static final List<Rule> EXTREMES =
      List.of(
          Rule.of("in? adj in|to adj", m -> direction(m.get(1))),
          Rule.of("in? sup in|to sup", m -> direction(m.get(1))));

  private static Item direction(Item first) {
    boolean descending = first.argument().startsWith("MAX");
    return Item.keyword(first.text(), new Keyword(descending ? "desc" : "asc", ""));
  }

  static final List<Rule> ALL =
      List.of(
          Rule.of("order in? asc|desc of|in COL|MEASURE", m -> order(m.get(4), m.get(2), m.text())),
          Rule.of(
              "order in|group? COL|MEASURE in|order|of? asc|desc?",
              m -> order(m.get(2), m.get(4), m.text())),
          Rule.of("asc|desc order? in|of? COL|MEASURE", m -> order(m.get(3), m.get(0), m.text())),
          Rule.of(
              "group COL|MEASURE of|order|in|and? asc|desc order?",
              m -> order(m.get(1), m.get(3), m.text())),
          Rule.of("group COL|MEASURE of? order", m -> order(m.get(1), null, m.text())),
          Rule.of("COL|MEASURE of? asc|desc order?", m -> order(m.get(0), m.get(2), m.text())),
          Rule.of("order? in? asc|desc order?", m -> order(null, m.get(2), m.text())));

  private OrderRules() {}

  private static Item order(Item subject, Item direction, String text) {
    if (subject != null && subject.isTable() && subject.owner() == null) {
      return null;
    }
    boolean descending = direction != null && direction.hasTag("desc");
    return Item.fact(text, new Fact.Ordering(subject, descending));
  }
}
