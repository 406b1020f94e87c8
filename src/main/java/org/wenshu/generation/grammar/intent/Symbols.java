package org.wenshu.generation.grammar.intent;

/** What the names in a {@link Pattern} stand for. */
final class Symbols {
  private Symbols() {}

  static boolean fits(String name, Item item) {
    if (Character.isLowerCase(name.charAt(0))) {
      return keyword(name, item);
    }
    return switch (name) {
      case "TAB" -> item.isTable();
      case "COL" -> item.isColumn();
      case "NUM" -> item.kind() == Item.Kind.NUMBER;
      case "YEAR" -> item.kind() == Item.Kind.YEAR;
      case "VAL" -> isValue(item);
      case "LIT" -> item.kind() == Item.Kind.LITERAL || item.kind() == Item.Kind.UNKNOWN;
      default -> fact(name, item);
    };
  }

  private static boolean keyword(String name, Item item) {
    if (item.keyword() == null) {
      return false;
    }
    int colon = name.indexOf(':');
    return colon < 0
        ? item.keyword().tag().equals(name)
        : item.keyword().tag().equals(name.substring(0, colon))
            && item.keyword().argument().startsWith(name.substring(colon + 1));
  }

  private static boolean isValue(Item item) {
    return item.kind() == Item.Kind.VALUE
        || item.kind() == Item.Kind.LITERAL
        || (item.kind() == Item.Kind.ELEMENT && !item.values().isEmpty());
  }

  private static boolean fact(String name, Item item) {
    Fact fact = item.fact();
    return switch (name) {
      case "MEASURE" -> fact instanceof Fact.Measure;
      case "COUNTED" -> fact instanceof Fact.Measure m && m.function() == Fact.Function.COUNT;
      case "BOUND" -> fact instanceof Fact.Bound;
      case "COND" -> fact instanceof Fact.Condition;
      case "EITHER" -> fact instanceof Fact.Either;
      case "WHOLE" -> fact instanceof Fact.Whole;
      case "RANGE" -> fact instanceof Fact.Range;
      case "SUPER" -> fact instanceof Fact.Superlative;
      case "GROUP" -> fact instanceof Fact.Grouping;
      case "LIMIT" -> fact instanceof Fact.Limit;
      default -> throw new IllegalArgumentException("No symbol " + name);
    };
  }
}
