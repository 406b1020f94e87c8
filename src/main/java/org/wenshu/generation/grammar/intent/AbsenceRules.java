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
          Rule.of("not be|verb|in* COND", m -> turned((Fact.Condition) m.get(2).fact(), m.text())));

  private AbsenceRules() {}

  private static Item turned(Fact.Condition condition, String text) {
    return Item.fact(
        text,
        new Fact.Condition(
            condition.subject(), condition.comparison(), condition.values(), !condition.negated()));
  }
}
