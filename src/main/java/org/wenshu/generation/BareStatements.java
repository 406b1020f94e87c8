package org.wenshu.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Statements that stand in a text without a fence, each on a line of its own beginning. */
final class BareStatements {
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?im)^[ \\t\\r\\u3000\\uFEFF]*+((?:SELECT|WITH|SHOW|DESC|DESCRIBE|EXPLAIN)(?![\\w$])"
              + "|\\(\\s*SELECT(?![\\w$]))");

  /** Words and signs that carry a statement on after a blank line. */
  private static final Pattern CONTINUATION =
      Pattern.compile(
          "(?i)(?:(?:SELECT|FROM|WHERE|AND|OR|NOT|ON|USING|AS|IN|LIKE|BETWEEN|IS|JOIN|INNER|LEFT"
              + "|RIGHT|CROSS|NATURAL|STRAIGHT_JOIN|GROUP|HAVING|ORDER|LIMIT|OFFSET|UNION|EXCEPT"
              + "|INTERSECT|WINDOW|OVER|CASE|WHEN|THEN|ELSE|END|ASC|DESC|FOR|WITH|ALL|DISTINCT"
              + "|EXISTS|ROLLUP|PARTITION)(?![\\w$])|[(),`=<>*/.;#]|--)");

  private static final int MAX_BEGINNINGS = 8;
  private static final int MAX_ENDS = 4;
  private static final int MAX_BLANK_LINES = 64;

  private BareStatements() {}

  /** What may be statements, the likeliest first. */
  static Stream<String> in(String text) {
    return BEGINNING
        .matcher(text)
        .results()
        .limit(MAX_BEGINNINGS)
        .flatMap(m -> from(text, m.start(1)));
  }

  private static Stream<String> from(String text, int start) {
    List<Integer> ends = new ArrayList<>();
    List<Integer> laterEnds = new ArrayList<>();
    for (int i = start; i < text.length(); i = SqlSpans.next(text, i)) {
      if (text.charAt(i) == ';') {
        ends.add(0, i);
        break;
      }
      if (ends.size() + laterEnds.size() < MAX_BLANK_LINES && isBlankLine(text, i)) {
        (continues(text, i) ? laterEnds : ends).add(i);
      }
    }
    return Stream.of(ends.stream(), Stream.of(text.length()), laterEnds.stream())
        .flatMap(e -> e)
        .limit(MAX_ENDS)
        .map(end -> text.substring(start, end));
  }

  private static boolean isBlankLine(String text, int i) {
    if (text.charAt(i) != '\n') {
      return false;
    }
    int next = i + 1;
    while (next < text.length() && " \t\r".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next < text.length() && text.charAt(next) == '\n';
  }

  private static boolean continues(String text, int blankLine) {
    int next = blankLine;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return CONTINUATION.matcher(text).region(next, text.length()).lookingAt();
  }
}
