package org.wenshu.generation.grammar.intent;

import java.util.List;

/** One row for each of something. */
final class GroupRules {
  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "period",
              m ->
                  Item.fact(m.text(), new Fact.Calendar(Fact.Period.valueOf(m.get(0).argument())))),
          Rule.of("in? each distinct? unit? COL|TAB", m -> group(m.get(4), m.text())),
          Rule.of("group COL|TAB grouped?", m -> group(m.get(1), m.text())));

  private GroupRules() {}

  private static Item group(Item subject, String text) {
    return Item.fact(text, new Fact.Grouping(subject));
  }
}
