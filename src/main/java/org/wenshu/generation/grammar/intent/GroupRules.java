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
          Rule.many("TAB and|with MEASURE", m -> together(m.get(0), m.get(2))),
          Rule.of("group COL|TAB grouped?", m -> group(m.get(1), m.text())));

  private GroupRules() {}

  /** "Users and their number of orders": one row for each user. */
  private static List<Item> together(Item table, Item measure) {
    Item operand = ((Fact.Measure) measure.fact()).operand();
    boolean other = operand.isTable() && !operand.table().names(table.table());
    return other && table.owner() == null ? List.of(group(table, table.text()), measure) : null;
  }

  private static Item group(Item subject, String text) {
    return Item.fact(text, new Fact.Grouping(subject));
  }
}
