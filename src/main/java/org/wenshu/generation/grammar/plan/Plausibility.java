package org.wenshu.generation.grammar.plan;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.schema.Column;
import org.wenshu.schema.ValueKind;

/**
 * Whether what is asked of a column makes sense for what it holds. A reading that fails here was a
 * misunderstanding, and it is better to say so than to answer something else.
 */
final class Plausibility {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d,]*\\.?\\d+ ?%?");
  private static final Pattern CALENDAR = Pattern.compile("date|year|time|day|日期|时间|年");
  private static final Pattern KEY = Pattern.compile("\\bids?\\b|code|number|\\bno\\b|编号|号|代码");
  private static final double MOST = 0.8;
  private static final int SHORTEST_PART = 4;

  private Plausibility() {}

  /** Only numbers and dates are more or less than something, and keys only when they are named. */
  static void compared(ElementRef column, Item subject) {
    boolean named = subject != null && KEY.matcher(lower(subject.text())).find();
    if (!isOrdered(column.column()) || (isKey(column) && !named)) {
      throw new NotPlanned(
          "字段 " + column + " 不能比较大小",
          "Column " + column + " cannot be more or less than something");
    }
  }

  /** Only numbers and dates have a largest; text has one only by its spelling. */
  static void ranked(ElementRef column) {
    if (!isOrdered(column.column())) {
      throw new NotPlanned(
          "字段 " + column + " 没有大小之分", "Column " + column + " has no largest value");
    }
  }

  /** Only numbers that count something add up. */
  static void added(ElementRef column) {
    if (!holdsNumbers(column.column()) || column.column().kind().isTemporal() || isKey(column)) {
      throw new NotPlanned(
          "字段 " + column + " 不能求和或求平均", "Column " + column + " cannot be added up");
    }
  }

  /**
   * The stored value that was meant, where all values are known: the same in other letters, or the
   * only one that holds the text.
   */
  static String stored(ElementRef column, String text) {
    List<String> known = column.column().sampleValues();
    if (known.isEmpty() || known.stream().anyMatch(text::equalsIgnoreCase)) {
      return text;
    }
    String bare = bare(text);
    List<String> same = known.stream().filter(k -> bare(k).equals(bare)).toList();
    List<String> holding =
        !same.isEmpty() || bare.length() < SHORTEST_PART
            ? same
            : known.stream().filter(k -> bare(k).contains(bare)).toList();
    if (holding.size() != 1) {
      throw new NotPlanned(
          "字段 " + column + " 中没有“" + text + "”", "Column " + column + " holds no \"" + text + "\"");
    }
    return holding.get(0);
  }

  private static boolean isKey(ElementRef column) {
    return column.column().key() == Column.Key.PRIMARY
        || Display.isReference(column.table(), column.column());
  }

  private static boolean isOrdered(Column column) {
    return column.kind().isTemporal()
        || holdsNumbers(column)
        || CALENDAR.matcher(lower(column.name() + column.comment())).find();
  }

  /**
   * Text counts as numbers when its known values are; of text whose values are unknown so are few.
   */
  private static boolean holdsNumbers(Column column) {
    if (column.kind() != ValueKind.TEXT) {
      return true;
    }
    List<String> known = column.sampleValues();
    long numbers = known.stream().filter(v -> NUMBER.matcher(v.strip()).matches()).count();
    return known.isEmpty() ? !isName(column) : numbers >= MOST * known.size();
  }

  private static boolean isName(Column column) {
    String name = lower(column.name());
    return name.endsWith("name") || name.endsWith("title");
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
