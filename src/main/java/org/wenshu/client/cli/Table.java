package org.wenshu.client.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows in columns, for terminals. */
final class Table {
  private static final int WIDEST = 60;

  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] numbers;

  Table(List<String> heads) {
    this.heads = List.copyOf(heads);
    this.numbers = new boolean[heads.size()];
    Arrays.fill(numbers, true);
  }

  /** Adds a row; null is shown as nothing. */
  void add(List<?> values) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      numbers[i] &= value == null || value instanceof Number;
      row.add(value == null ? "" : oneLine(value.toString()));
    }
    rows.add(row);
  }

  /** Line breaks and other control characters would tear the table apart. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** The lines of the table, none wider than the terminal unless there are too many columns. */
  String render(int width) {
    int[] widths = widths(width);
    StringBuilder text = new StringBuilder();
    line(text, heads, widths);
    text.append(IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining("  ")))
        .append('\n');
    rows.forEach(row -> line(text, row, widths));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, int[] widths) {
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      boolean right = numbers[i] && !rows.isEmpty();
      filled.add(TextWidth.fill(TextWidth.cut(cells.get(i), widths[i]), widths[i], right));
    }
    text.append(String.join("  ", filled).stripTrailing()).append('\n');
  }

  private int[] widths(int width) {
    int[] widths = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      int widest = TextWidth.of(heads.get(i));
      for (List<String> row : rows) {
        widest = Math.max(widest, TextWidth.of(row.get(i)));
      }
      widths[i] = Math.max(1, Math.min(widest, WIDEST));
    }
    shrink(widths, width);
    return widths;
  }

  /** Takes from the widest columns until all fit; none becomes narrower than it can be read. */
  private static void shrink(int[] widths, int width) {
    int least = 8;
    while (IntStream.of(widths).sum() + 2 * (widths.length - 1) > width) {
      int widest =
          IntStream.range(0, widths.length).reduce(0, (a, b) -> widths[b] > widths[a] ? b : a);
      if (widths[widest] <= least) {
        return;
      }
      widths[widest]--;
    }
  }
}
