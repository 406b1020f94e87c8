package org.wenshu.protocol.rag.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wenshu.execution.Rows;
import org.wenshu.protocol.json.CellJson;
import org.wenshu.protocol.json.ColumnLabels;

/** How rows are rendered as text beside the array of objects (section 4.7). */
public enum ResultFormat {
  /** Not at all. */
  JSON {
    @Override
    public String render(Rows rows, int count) {
      return "";
    }
  },
  /** RFC 4180 quoting, lines ended by a line feed. */
  CSV {
    @Override
    public String render(Rows rows, int count) {
      StringBuilder text = new StringBuilder();
      for (List<String> line : lines(rows, count)) {
        text.append(line.stream().map(ResultFormat::quoted).collect(Collectors.joining(",")));
        text.append('\n');
      }
      return text.toString();
    }
  },
  /** Pipes, and a dashed rule under the header. */
  TABLE {
    @Override
    public String render(Rows rows, int count) {
      List<List<String>> lines = lines(rows, count);
      int[] widths =
          IntStream.range(0, rows.columns().size())
              .map(i -> lines.stream().mapToInt(line -> TextWidth.of(line.get(i))).max().orElse(0))
              .toArray();
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < lines.size(); row++) {
        appendLine(text, lines.get(row), widths);
        if (row == 0 && lines.size() > 1) {
          appendRule(text, widths);
        }
      }
      return text.toString();
    }
  };

  /** The text of the first so many rows, under a header. */
  public abstract String render(Rows rows, int count);

  /** The format of that name, in lower case as on the wire. */
  public static Optional<ResultFormat> named(String name) {
    return List.of(values()).stream().filter(format -> format.wireName().equals(name)).findFirst();
  }

  /** Its name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<List<String>> lines(Rows rows, int count) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(ColumnLabels.distinct(rows.columns()));
    for (List<Object> row : rows.rows().subList(0, count)) {
      lines.add(row.stream().map(CellJson::text).toList());
    }
    return lines;
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  private static void appendLine(StringBuilder text, List<String> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i).replaceAll("[\\r\\n\\t]+", " ");
      text.append("| ").append(cell);
      text.append(" ".repeat(Math.max(0, widths[i] - TextWidth.of(cell)) + 1));
    }
    text.append("|\n");
  }

  private static void appendRule(StringBuilder text, int[] widths) {
    for (int width : widths) {
      text.append('|').append("-".repeat(width + 2));
    }
    text.append("|\n");
  }
}
