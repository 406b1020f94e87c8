package org.wenshu.generation.grammar.intent;

import java.util.List;
import org.wenshu.generation.grammar.lexicon.ElementRef;

/** One row for each of something. */
final class GroupRules {
  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "period",
              m ->
                  Item.fact(m.text(), new Fact.Calendar(Fact.Period.valueOf(m.get(0).argument())))),
          Rule.many("in? each distinct? unit? COL|TAB", m -> each(m.get(4), m.text())),
          Rule.many("TAB and|with MEASURE", m -> together(m.get(0), m.get(2))),
          Rule.of("group COL|TAB grouped?", m -> group(m.get(1), m.text())));

  private GroupRules() {}

  /** "Users and their number of orders": one row for each user. */
  private static List<Item> together(Item table, Item measure) {
    Item operand = ((Fact.Measure) measure.fact()).operand();
    boolean other = operand.isTable() && !operand.table().names(table.table());
    return other && table.owner() == null ? List.of(group(table, table.text()), measure) : null;
  }

  /** "The revenue of each product": one row for each product, though revenue is not its column. */
  private static List<Item> each(Item subject, String text) {
    if (!subject.isColumn() || subject.owner() == null || !isOfAnother(subject)) {
      return List.of(group(subject, text));
    }
    return List.of(group(subject.owner(), subject.owner().text()), subject.summed());
  }

  private static boolean isOfAnother(Item column) {
    ElementRef best = column.elements().get(0);
    return !best.isTable()
        && best.column().kind().isNumeric()
        && column.owner().isTable()
        && !column.owner().table().isOf(best.table());
  }

  private static Item group(Item subject, String text) {
    return Item.fact(text, new Fact.Grouping(subject));
  }
}
