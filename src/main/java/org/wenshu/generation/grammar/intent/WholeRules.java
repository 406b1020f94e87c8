package org.wenshu.generation.grammar.intent;

import java.util.List;

/** Rows shown whole beside columns of other tables, and rows kept without a partner. */
final class WholeRules {
  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "and? including|like none TAB of TAB", m -> Item.fact(m.text(), new Fact.KeepAll())),
          Rule.of("and? including|like TAB none TAB", m -> Item.fact(m.text(), new Fact.KeepAll())),
          Rule.many("TAB like which TAB", m -> List.of(m.get(0), m.get(2), m.get(3))),
          Rule.many(
              "show TAB and COL",
              m -> {
                List<Item> shown = beside(m.get(1), m.get(3));
                return shown == null ? null : List.of(m.get(0), shown.get(0), shown.get(1));
              }),
          Rule.many("TAB like|with|including|verb COL", m -> beside(m.get(0), m.get(2))));

  private WholeRules() {}

  private static List<Item> beside(Item table, Item column) {
    boolean own = column.elements().stream().anyMatch(e -> e.isOf(table.table().table()));
    boolean other = !own && !column.isTable() && table.owner() == null;
    return other ? List.of(Item.fact(table.text(), new Fact.Whole(table)), column) : null;
  }
}
