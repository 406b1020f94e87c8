package org.wenshu.generation.grammar.intent;

import java.util.List;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.Keyword;
import org.wenshu.schema.Column;

/** Comparisons of columns, counts and aggregates with values. */
final class ConditionRules {
  private static final double CLOSE = 0.15;
  private static final Keyword EMAIL = new Keyword("adj", "EQ email");

  /** Columns with the values they are compared with, before anything else is made of either. */
  static final List<Rule> VALUES =
      List.of(
          Rule.of("COL be|in? mail", m -> mail(m.get(0), m.get(2))),
          Rule.of("mail in? COL", m -> mail(m.get(2), m.get(0))),
          Rule.of("mail", m -> mail(Item.keyword("email", EMAIL), m.get(0))),
          Rule.of("not with COL", m -> isNull(m.get(2), false, m.text())),
          Rule.of("NUM COL after", m -> compare(m.get(1), m.get(2).argument(), m.get(0), m.text())),
          Rule.of(
              "cmp COL NUM unit?", m -> compare(m.get(1), m.get(0).argument(), m.get(2), m.text())),
          Rule.of("COL in? RANGE|YEAR", m -> dated(m.get(0), m.get(2), m.text())),
          Rule.of("RANGE|YEAR in? COL", m -> dated(m.get(2), m.get(0), m.text())),
          Rule.of("adj in? BOUND", m -> null),
          Rule.of("adj in? NUM unit?", m -> adjective(m.get(0), List.of(m.get(2)), m.text())),
          Rule.of(
              "adj in? agg of? COL?",
              m -> adjective(m.get(0), List.of(average(m.get(2))), m.text())),
          Rule.of("COL be? notnull", m -> isNull(m.get(0), true, m.text())),
          Rule.of("COL be? not? be? null", m -> isNull(m.get(0), m.get(2) != null, m.text())),
          Rule.of("COL be? not? like LIT|VAL", m -> like(m.get(0), m.get(3), m.get(4), m.get(2))),
          Rule.of("like LIT|VAL in? COL", m -> like(m.get(3), m.get(0), m.get(1), null)),
          Rule.of("like LIT|VAL of COL", m -> like(m.get(3), m.get(0), m.get(1), null)),
          Rule.of(
              "COL openquote LIT|VAL started",
              m -> compare(m.get(0), Comparison.STARTS, m.get(2), m.text())),
          Rule.of(
              "COL openquote LIT|VAL ended",
              m -> compare(m.get(0), Comparison.ENDS, m.get(2), m.text())),
          Rule.of(
              "COL be? cmp:EQ|cmp:NE LIT|VAL|NUM",
              m -> compare(m.get(0), m.get(2).argument(), m.get(3), m.text())),
          Rule.of(
              "COL be? not LIT|VAL|NUM", m -> compare(m.get(0), Comparison.NE, m.get(3), m.text())),
          Rule.of(
              "COL be? LIT|VAL or LIT|VAL", m -> either(m.get(0), m.get(2), m.get(4), m.text())),
          Rule.of("COL be|in? LIT", m -> compare(m.get(0), Comparison.EQ, m.get(2), m.text())),
          Rule.of("COL be|in|of? VAL", m -> valued(m.get(0), m.get(2), m.text())),
          Rule.of("VAL be? COL", m -> valued(m.get(2), m.get(0), m.text())),
          Rule.many("TAB LIT", m -> named(m.get(0), m.get(1))));

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "COL|MEASURE in|of? be? not? BOUND unit?",
              m -> bounded(m.get(0), m.get(4), m.get(3))),
          Rule.of("TAB be? not? BOUND unit?", m -> counted(m.get(0), m.get(3), m.get(2))),
          Rule.of(
              "not? BOUND of|in|unit|distinct? COL", m -> measured(m.get(3), m.get(1), m.get(0))),
          Rule.of(
              "not? BOUND of|in|unit|distinct? TAB", m -> counted(m.get(3), m.get(1), m.get(0))),
          Rule.of(
              "COL be|in? NUM unit?", m -> compare(m.get(0), Comparison.EQ, m.get(2), m.text())),
          Rule.of(
              "NUM of|unit? COL",
              m ->
                  holdsNumbers(m.get(2))
                      ? compare(m.get(2), Comparison.EQ, m.get(0), m.text())
                      : null),
          Rule.of("VAL or VAL", m -> either(null, m.get(0), m.get(2), m.text())),
          Rule.of("with LIT COL", m -> compare(m.get(2), Comparison.EQ, m.get(1), m.text())),
          Rule.of("verb|with LIT COL", m -> compare(m.get(2), Comparison.EQ, m.get(1), m.text())),
          Rule.of("COND or COND", m -> eitherOf(m.get(0), m.get(2), m.text())));

  private ConditionRules() {}

  private static Item condition(
      Item subject, Comparison comparison, List<Item> values, boolean negated, String text) {
    return Item.fact(text, new Fact.Condition(subject, comparison, values, negated));
  }

  static Item compare(Item subject, String comparison, Item value, String text) {
    return compare(subject, Comparison.valueOf(comparison), value, text);
  }

  static Item compare(Item subject, Comparison comparison, Item value, String text) {
    return condition(subject, comparison, List.of(value), false, text);
  }

  private static Item mail(Item column, Item provider) {
    Item ending = Item.value(Item.Kind.LITERAL, "@" + provider.argument(), List.of());
    return compare(column, Comparison.ENDS, ending, provider.text());
  }

  static boolean holdsNumbers(Item column) {
    return column.elements().stream()
        .filter(e -> !e.isTable() && e.quality() >= column.elements().get(0).quality() - CLOSE)
        .anyMatch(e -> isQuantity(e) || hasNumericSamples(e.column()));
  }

  private static boolean isQuantity(ElementRef element) {
    return element.column().kind().isNumeric()
        && element.table().foreignKeys().stream()
            .noneMatch(k -> k.columns().contains(element.column().name()));
  }

  private static boolean hasNumericSamples(Column column) {
    return !column.sampleValues().isEmpty()
        && Character.isDigit(column.sampleValues().get(0).concat(" ").charAt(0));
  }

  /** A time beside a column that holds times. */
  private static Item dated(Item column, Item time, String text) {
    boolean holds =
        column.elements().stream().anyMatch(e -> !e.isTable() && e.column().kind().isTemporal());
    return holds ? compare(column, Comparison.EQ, time, text) : null;
  }

  /** A quotation or a person's name right after a table names its row. */
  private static List<Item> named(Item table, Item name) {
    return name.kind() == Item.Kind.LITERAL && table.owner() == null
        ? List.of(table, compare(table, Comparison.EQ, name, name.text()))
        : null;
  }

  private static Item isNull(Item column, boolean negated, String text) {
    return condition(column, Comparison.NULL, List.of(), negated, text);
  }

  /** A number beside a name compares the column where it holds numbers, else counts the rows. */
  private static Item measured(Item named, Item bound, Item not) {
    if (holdsNumbers(named) || isTimes(bound)) {
      return bounded(named, bound, not);
    }
    return named.isTable() ? counted(named, bound, not) : null;
  }

  private static boolean isYears(Item bound) {
    return ((Fact.Bound) bound.fact()).values().stream().anyMatch(v -> v.kind() == Item.Kind.YEAR);
  }

  private static boolean isTimes(Item bound) {
    return ((Fact.Bound) bound.fact())
        .values().stream().anyMatch(v -> v.kind() == Item.Kind.YEAR || v.isMeasure());
  }

  private static Item bounded(Item subject, Item bound, Item not) {
    Fact.Bound told = (Fact.Bound) bound.fact();
    String text = subject.text() + " " + bound.text();
    return condition(subject, told.comparison(), told.values(), not != null, text);
  }

  private static Item counted(Item table, Item bound, Item not) {
    if (isYears(bound)) {
      return null;
    }
    return bounded(MeasureRules.counted(table, null, table.text()), bound, not);
  }

  private static Item average(Item function) {
    return Item.fact(
        function.text(), new Fact.Measure(Fact.Function.valueOf(function.argument()), null, false));
  }

  private static Item adjective(Item adjective, List<Item> values, String text) {
    String direction = adjective.argument().substring(0, adjective.argument().indexOf(' '));
    return switch (direction) {
      case "GT", "LT", "EQ" ->
          condition(adjective, Comparison.valueOf(direction), values, false, text);
      default -> null;
    };
  }

  private static Item like(Item column, Item operator, Item value, Item not) {
    Comparison comparison =
        switch (operator.argument()) {
          case "START" -> Comparison.STARTS;
          case "END" -> Comparison.ENDS;
          default -> Comparison.CONTAINS;
        };
    return condition(column, comparison, List.of(value), not != null, column.text() + value.text());
  }

  private static Item either(Item column, Item one, Item other, String text) {
    return condition(column, Comparison.IN, List.of(one, other), false, text);
  }

  private static Item eitherOf(Item left, Item right, String text) {
    return Item.fact(
        text, new Fact.Either((Fact.Condition) left.fact(), (Fact.Condition) right.fact()));
  }

  /** A stored value beside a column makes a condition only where the column may hold it. */
  private static Item valued(Item column, Item value, String text) {
    boolean holds =
        value.kind() == Item.Kind.LITERAL
            || column.elements().stream()
                .anyMatch(e -> !e.isTable() && value.values().stream().anyMatch(e::holds));
    return holds ? compare(column, Comparison.EQ, value, text) : null;
  }
}
