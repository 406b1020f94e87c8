package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.List;

/** What has none of something, and conditions turned round. */
final class AbsenceRules {
  static final List<Rule> ALL =
      List.of(
          Rule.many(
              "none|not verb|in|with|of|COND|VAL|RANGE|YEAR|LIT* TAB",
              m -> {
                List<Item> items = new ArrayList<>(m.all(1));
                items.add(Item.fact(m.get(2).text(), new Fact.Absence(m.get(2))));
                return items;
              }),
          Rule.of(
              "none in? COL",
              m ->
                  Item.fact(
                      m.text(), new Fact.Condition(m.get(2), Comparison.NULL, List.of(), false))),
          Rule.many(
              "none|not verb|in|with|of* COND",
              m -> absent((Fact.Condition) m.get(2).fact(), m.get(2))),
          Rule.of(
              "not verb|in|be|with* VAL",
              m ->
                  Item.fact(
                      m.text(), new Fact.Condition(null, Comparison.NE, List.of(m.get(2)), false))),
          Rule.of("not be|verb|in* COND", m -> turned((Fact.Condition) m.get(2).fact(), m.text())));

  private AbsenceRules() {}

  /** "No cartoon directed by" someone: the table stands with the column that is compared. */
  private static List<Item> absent(Fact.Condition condition, Item item) {
    Item subject = condition.subject();
    boolean named = subject != null && subject.owner() != null && subject.owner().isTable();
    return named
        ? List.of(item, Item.fact(subject.owner().text(), new Fact.Absence(subject.owner())))
        : null;
  }

  private static Item turned(Fact.Condition condition, String text) {
    return Item.fact(
        text,
        new Fact.Condition(
            condition.subject(), condition.comparison(), condition.values(), !condition.negated()));
  }
}
