package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.List;

/** Stored values before the noun they describe: "active users", 活跃的用户. */
final class ModifierRules {
  /** English: the noun comes first afterwards, so that what counts it finds it. */
  static final List<Rule> ENGLISH =
      List.of(
          Rule.many("VAL VAL TAB", m -> described(m.get(2), m.get(0), m.get(1))),
          Rule.many("VAL TAB", m -> described(m.get(1), m.get(0))),
          Rule.many("none TAB of? COL", m -> null));

  /** Chinese: the noun stays last, so that what follows it finds it. */
  static final List<Rule> CHINESE =
      List.of(
          Rule.many(
              "VAL of? TAB",
              m -> isValueOnly(m.get(0)) ? List.of(is(m.get(2), m.get(0)), m.get(2)) : null));

  private ModifierRules() {}

  private static boolean isValueOnly(Item item) {
    return item.kind() == Item.Kind.VALUE
        || (item.kind() == Item.Kind.LITERAL && !item.values().isEmpty());
  }

  private static List<Item> described(Item table, Item... values) {
    List<Item> items = new ArrayList<>(List.of(table));
    for (Item value : values) {
      if (!isValueOnly(value)) {
        return null;
      }
      items.add(is(table, value));
    }
    return items;
  }

  private static Item is(Item table, Item value) {
    return Item.fact(value.text(), new Fact.Condition(table, Comparison.EQ, List.of(value), false));
  }
}
