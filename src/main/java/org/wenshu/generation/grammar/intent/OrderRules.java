package org.wenshu.generation.grammar.intent;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wenshu.generation.grammar.lexicon.Keyword;

/** Wishes for an order. */
final class OrderRules {
  /** Directions said by extremes, before those are taken for wishes of their own. */
  static final List<Rule> EXTREMES =
      List.of(
          Rule.of("in? adj in|to adj", m -> direction(m.get(1))),
          Rule.of("in? sup in|to sup", m -> direction(m.get(1))),
          Rule.of(
              "adj|sup top", m -> m.get(1).text().equals("first") ? direction(m.get(0)) : null));

  private static Item direction(Item first) {
    boolean descending = first.argument().startsWith("MAX");
    return Item.keyword(first.text(), new Keyword(descending ? "desc" : "asc", ""));
  }

  static final List<Rule> ALL =
      List.of(
          Rule.of("order in? asc|desc of|in COL|MEASURE", m -> order(m.get(4), m.get(2), m.text())),
          Rule.of(
              "order in|group? COL|MEASURE and asc|desc", m -> order(m.get(2), m.get(4), m.text())),
          Rule.of(
              "order in|group? COL|MEASURE in|order|of? asc|desc?",
              m -> order(m.get(2), m.get(4), m.text())),
          Rule.of("asc|desc order? in|of? COL|MEASURE", m -> order(m.get(3), m.get(0), m.text())),
          Rule.of(
              "group COL|MEASURE of|order|in|and? asc|desc order?",
              m -> order(m.get(1), m.get(3), m.text())),
          Rule.of("group COL|MEASURE of? order", m -> order(m.get(1), null, m.text())),
          Rule.of("COL|MEASURE of? asc|desc order?", m -> order(m.get(0), m.get(2), m.text())),
          Rule.of("order? in? asc|desc order?", m -> order(dated(m.get(2)), m.get(2), m.text())));

  private static final Set<String> BY_DATE =
      Set.of(
          "newest first",
          "latest first",
          "most recent first",
          "oldest first",
          "earliest first",
          "从新到旧",
          "从旧到新",
          "从早到晚",
          "从晚到早");

  private static final Item DATE = Item.keyword("latest", new Keyword("adj", "MAX @date"));

  /** Some directions say by themselves that they are of time. */
  private static Item dated(Item direction) {
    return BY_DATE.contains(direction.text().toLowerCase(Locale.ROOT)) ? DATE : null;
  }

  private OrderRules() {}

  private static Item order(Item subject, Item direction, String text) {
    if (subject != null && subject.isTable() && subject.owner() == null) {
      return null;
    }
    boolean descending = direction != null && direction.hasTag("desc");
    return Item.fact(text, new Fact.Ordering(subject, descending));
  }
}
