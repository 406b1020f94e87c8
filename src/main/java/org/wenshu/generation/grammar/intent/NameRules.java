package org.wenshu.generation.grammar.intent;

import java.util.List;
import org.wenshu.generation.grammar.lexicon.ElementRef;

/** Columns said to belong to a table: "names of singers", "singer names", 歌手的名字. */
final class NameRules {
  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "TAB of? COL",
              m ->
                  m.get(1) == null && (isReference(m.get(2)) || isVerbal(m.get(2)))
                      ? null
                      : owned(m.get(0), m.get(2), m.text())),
          Rule.many(
              "COL of|in TAB",
              m -> {
                Item owned = owned(m.get(2), m.get(0), m.get(0).text());
                return owned == null || m.get(0).owner() != null
                    ? null
                    : List.of(owned, m.get(1), m.get(2));
              }),
          Rule.many("COL and COL", m -> together(m.get(0), m.get(1), m.get(2))));

  private NameRules() {}

  /** In "names and ids of countries" both belong to the countries. */
  private static List<Item> together(Item first, Item and, Item second) {
    if (first.owner() != null || second.owner() == null || !second.owner().isTable()) {
      return null;
    }
    Item owned = owned(second.owner(), first, first.text());
    return owned == null ? null : List.of(owned, and, second);
  }

  private static boolean isVerbal(Item column) {
    return column.text().endsWith("ed") || column.text().endsWith("ing");
  }

  private static boolean isReference(Item column) {
    ElementRef best = column.elements().get(0);
    return !best.isTable()
        && best.table().foreignKeys().stream()
            .anyMatch(k -> k.columns().contains(best.column().name()));
  }

  /** The column of the table; null when the table has none of that name. */
  private static Item owned(Item table, Item column, String text) {
    if (column.isTable() && column.table().quality() > bestColumn(column)) {
      return null;
    }
    List<ElementRef> its =
        column.elements().stream().filter(e -> !e.isTable()).filter(e -> isOf(e, table)).toList();
    if (its.isEmpty()) {
      return null;
    }
    return Item.element(text, its, column.values()).ownedBy(table);
  }

  private static double bestColumn(Item column) {
    return column.elements().stream()
        .filter(e -> !e.isTable())
        .mapToDouble(ElementRef::quality)
        .max()
        .orElse(0);
  }

  private static boolean isOf(ElementRef column, Item table) {
    return table.elements().stream()
        .anyMatch(t -> t.isTable() && t.table().name().equals(column.table().name()));
  }
}
