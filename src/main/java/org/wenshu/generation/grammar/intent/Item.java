package org.wenshu.generation.grammar.intent;

import java.math.BigDecimal;
import java.util.List;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.Keyword;
import org.wenshu.generation.grammar.lexicon.ValueRef;

/**
 * A stretch of the question on its way to being understood: first what its words may be, later the
 * fact that rules made of it. Immutable.
 *
 * @param text the words
 * @param elements the tables and columns it may name, best first
 * @param values the stored values it may name
 * @param number its value, when it is a number
 * @param owner what it was said to belong to, as the column in "name of the singer"; may be null
 */
public record Item(
    Kind kind,
    String text,
    Keyword keyword,
    List<ElementRef> elements,
    List<ValueRef> values,
    BigDecimal number,
    Item owner,
    Fact fact) {
  private static final double TABLE_QUALITY = 0.7;
  private static final double MARGIN = 0.15;
  private static final double COLUMN_QUALITY = 0.45;

  /** What an item is. */
  public enum Kind {
    KEYWORD,
    ELEMENT,
    VALUE,
    NUMBER,
    YEAR,
    LITERAL,
    UNKNOWN,
    FACT
  }

  /** A word of the vocabulary. */
  public static Item keyword(String text, Keyword keyword) {
    return new Item(Kind.KEYWORD, text, keyword, List.of(), List.of(), null, null, null);
  }

  /** A name of tables or columns, best first, that may also be a stored value. */
  public static Item element(String text, List<ElementRef> elements, List<ValueRef> values) {
    return new Item(Kind.ELEMENT, text, null, elements, values, null, null, null);
  }

  /** A column whose rows only mean something in sum, such as revenue. */
  static Item quantity(String text, Keyword quantity, List<ElementRef> columns) {
    return new Item(Kind.ELEMENT, text, quantity, columns, List.of(), null, null, null);
  }

  static Item value(Kind kind, String text, List<ValueRef> values) {
    return new Item(kind, text, null, List.of(), values, null, null, null);
  }

  static Item number(Kind kind, String text, BigDecimal number, Item column) {
    return new Item(kind, text, null, List.of(), List.of(), number, column, null);
  }

  /** What rules made of words. */
  public static Item fact(String text, Fact fact) {
    return new Item(Kind.FACT, text, null, List.of(), List.of(), null, null, fact);
  }

  Item ownedBy(Item table) {
    return new Item(kind, text, keyword, elements, values, number, table, fact);
  }

  Item as(List<ElementRef> narrowed) {
    return new Item(kind, text, keyword, narrowed, values, number, owner, fact);
  }

  /** The argument of its keyword. */
  String argument() {
    return keyword.argument();
  }

  /** Whether it may name a table. */
  public boolean isTable() {
    // Asked for every rule at every place: a loop costs a fraction of a stream.
    for (ElementRef element : elements) {
      if (element.isTable() && element.quality() >= TABLE_QUALITY) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may name a column. */
  public boolean isColumn() {
    double least =
        isTable() ? Math.max(COLUMN_QUALITY, table().quality() - MARGIN) : COLUMN_QUALITY;
    for (ElementRef element : elements) {
      if (!element.isTable() && element.quality() >= least) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a measure. */
  public boolean isMeasure() {
    return fact instanceof Fact.Measure;
  }

  /** The sum of the column it names. */
  public Item summed() {
    return fact(text, new Fact.Measure(Fact.Function.SUM, this, false));
  }

  /** Whether it is a keyword of that family. */
  public boolean hasTag(String tag) {
    return keyword != null && keyword.tag().equals(tag);
  }

  int intValue() {
    return number.intValue();
  }

  /** The best table it may name. */
  public ElementRef table() {
    return elements.stream().filter(ElementRef::isTable).findFirst().orElseThrow();
  }
}
