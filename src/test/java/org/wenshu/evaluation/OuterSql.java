package org.wenshu.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gold statement seen from its outermost level: what stands in quotes or brackets does not count.
 * Enough to find the sort keys and the limit of a SELECT; no parser.
 */
final class OuterSql {
  private static final Pattern QUOTED =
      Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`");
  private static final Pattern ORDER_BY = word("order\\s+by");
  private static final Pattern FROM = word("from");
  private static final Pattern LIMIT = word("limit\\s+(\\d+)\\s*$");
  private static final Pattern ANY_LIMIT = word("limit");
  private static final Pattern UNSUPPORTED = word("union|intersect|except|offset");
  private static final Pattern DISTINCT = word("select\\s+distinct");
  private static final Pattern DIRECTION =
      Pattern.compile("\\s+(asc|desc)\\s*$", Pattern.CASE_INSENSITIVE);

  private final String sql;
  private final String outer;

  OuterSql(String sql) {
    this.sql = sql.strip();
    this.outer = blankBrackets(blankQuotes(this.sql));
  }

  private static Pattern word(String words) {
    return Pattern.compile("\\b(?:" + words + ")", Pattern.CASE_INSENSITIVE);
  }

  private static String blankQuotes(String text) {
    return QUOTED.matcher(text).replaceAll(m -> "~".repeat(m.group().length()));
  }

  private static String blankBrackets(String text) {
    StringBuilder blanked = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : 0;
      blanked.append(depth == 0 ? c : '~');
      depth -= c == ')' ? 1 : 0;
    }
    return blanked.toString();
  }

  boolean isOrdered() {
    return ORDER_BY.matcher(outer).find();
  }

  /** The limit, when it is the plain last clause of a plain SELECT. */
  OptionalInt limit() {
    Matcher limit = LIMIT.matcher(outer);
    return isPlain() && limit.find()
        ? OptionalInt.of(Integer.parseInt(limit.group(1)))
        : OptionalInt.empty();
  }

  /** Whether rows beyond the limit and sort keys can be had by {@link #unlimited(List)}. */
  boolean isPlain() {
    return !UNSUPPORTED.matcher(outer).find()
        && ANY_LIMIT.matcher(outer).find() == LIMIT.matcher(outer).find();
  }

  boolean isDistinct() {
    return DISTINCT.matcher(outer).find();
  }

  /** The expressions it is sorted by, without their direction. */
  List<String> sortKeys() {
    Matcher order = ORDER_BY.matcher(outer);
    if (!order.find()) {
      return List.of();
    }
    int end = endBeforeLimit();
    List<String> keys = new ArrayList<>();
    int start = order.end();
    for (int i = start; i <= end; i++) {
      if (i == end || outer.charAt(i) == ',') {
        keys.add(DIRECTION.matcher(sql.substring(start, i).strip()).replaceFirst("").strip());
        start = i + 1;
      }
    }
    return keys;
  }

  /** The statement with further columns and without its limit. */
  String unlimited(List<String> furtherColumns) {
    String head = sql.substring(0, endBeforeLimit());
    Matcher from = FROM.matcher(outer);
    if (furtherColumns.isEmpty() || !from.find()) {
      return head;
    }
    String further = String.join(", ", furtherColumns);
    return head.substring(0, from.start()) + ", " + further + " " + head.substring(from.start());
  }

  private int endBeforeLimit() {
    Matcher limit = LIMIT.matcher(outer);
    return limit.find() ? limit.start() : outer.length();
  }

  /** A sort key as a column label: without backticks, in lower case. */
  static String label(String key) {
    return key.replace("`", "").toLowerCase(Locale.ROOT);
  }
}
