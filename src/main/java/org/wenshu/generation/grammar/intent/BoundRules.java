package org.wenshu.generation.grammar.intent;

import java.util.List;

/** What things are compared with: numbers, intervals, averages. */
final class BoundRules {
  static final List<Rule> ALL =
      List.of(
          Rule.of("between NUM|YEAR and|to NUM|YEAR ranged?", m -> interval(m.get(1), m.get(3), m)),
          Rule.of("in? NUM|YEAR to NUM|YEAR unit? ranged?", m -> interval(m.get(1), m.get(3), m)),
          Rule.of("in NUM|YEAR and NUM|YEAR ranged", m -> interval(m.get(1), m.get(3), m)),
          Rule.of("cmp:GE NUM unit? and? cmp:LE NUM unit?", m -> interval(m.get(1), m.get(5), m)),
          Rule.of("not cmp NUM|YEAR unit?", m -> negated(m.get(1), m.get(2), m.text())),
          Rule.of("cmp in? agg of? COL", m -> aggregate(m.get(0), m.get(2), m.get(4), m.text())),
          Rule.of(
              "cmp in? agg of? TAB of? COL",
              m -> aggregate(m.get(0), m.get(2), m.get(6).ownedBy(m.get(4)), m.text())),
          Rule.of("cmp in? sup COL", m -> aggregate(m.get(0), m.get(2), m.get(3), m.text())),
          Rule.of("cmp in? agg", m -> aggregate(m.get(0), m.get(2), null, m.text())),
          Rule.of("cmp NUM|YEAR unit?", m -> bound(m.get(0).argument(), m.get(1), m.text())),
          Rule.of("NUM|YEAR unit? after", m -> bound(m.get(2).argument(), m.get(0), m.text())),
          Rule.of("YEAR top", m -> bound("LT", m.get(0), m.text())),
          Rule.of("NUM or NUM", m -> any(m.get(0), m.get(2), m.text())),
          Rule.of("YEAR or YEAR", m -> any(m.get(0), m.get(2), m.text())));

  private BoundRules() {}

  private static Item bound(String comparison, Item value, String text) {
    return Item.fact(text, new Fact.Bound(Comparison.valueOf(comparison), List.of(value)));
  }

  private static Item negated(Item comparison, Item value, String text) {
    Comparison opposite = Comparison.valueOf(comparison.argument()).negated();
    return opposite == null ? null : bound(opposite.name(), value, text);
  }

  private static Item interval(Item low, Item high, Pattern.Match match) {
    return Item.fact(match.text(), new Fact.Bound(Comparison.BETWEEN, List.of(low, high)));
  }

  private static Item any(Item one, Item other, String text) {
    return Item.fact(text, new Fact.Bound(Comparison.IN, List.of(one, other)));
  }

  private static Item aggregate(Item comparison, Item function, Item column, String text) {
    Fact.Measure measure =
        new Fact.Measure(Fact.Function.valueOf(function.argument()), column, false);
    return bound(comparison.argument(), Item.fact(function.text(), measure), text);
  }
}
