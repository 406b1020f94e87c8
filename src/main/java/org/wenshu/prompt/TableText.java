package org.wenshu.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.Table;

/**
 * One table as a CREATE TABLE statement for a model to read. Comments and sample values come from
 * the database and are put on one line, shortened and quoted, so that they cannot pose as rules.
 * Thread-safe; the whole text is written once.
 */
final class TableText {
  /** A text and what it takes of a token budget. */
  record Sized(String text, int tokens) {
    Sized(String text) {
      this(text, TokenBudget.tokensOf(text));
    }
  }

  private static final int MAX_COMMENT = 120;
  private static final int MAX_VALUE = 40;

  private final Table table;
  private final int sampleValues;
  private volatile Sized full;

  TableText(Table table, int sampleValues) {
    this.table = table;
    this.sampleValues = sampleValues;
  }

  /** With comments, keys and sample values. */
  Sized full() {
    Sized known = full;
    if (known == null) {
      known = new Sized(statement());
      full = known;
    }
    return known;
  }

  private String statement() {
    List<String> lines = new ArrayList<>();
    for (Column column : table.columns()) {
      lines.add(name(column.name()) + " " + column.columnType() + comment(column.comment()));
    }
    lines.addAll(keys());
    StringBuilder text = new StringBuilder(head()).append(" (\n");
    for (int i = 0; i < lines.size(); i++) {
      text.append("  ").append(lines.get(i)).append(i < lines.size() - 1 ? "," : "");
      text.append(i < table.columns().size() ? samples(table.columns().get(i)) : "").append('\n');
    }
    return text.append(')').append(comment(table.comment())).append(';').toString();
  }

  /** Names and types of the leading columns, and the keys, on few lines. */
  Sized brief(int columns) {
    List<String> parts =
        table.columns().stream()
            .limit(columns)
            .map(c -> name(c.name()) + " " + c.dataType())
            .collect(Collectors.toCollection(ArrayList::new));
    parts.addAll(keys());
    return new Sized(head() + " (" + String.join(", ", parts) + ");");
  }

  private String head() {
    return "CREATE " + (table.view() ? "VIEW " : "TABLE ") + name(table.name());
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    if (!table.primaryKey().isEmpty()) {
      keys.add("PRIMARY KEY " + names(table.primaryKey()));
    }
    for (ForeignKey key : table.foreignKeys()) {
      keys.add(
          "FOREIGN KEY %s REFERENCES %s %s"
              .formatted(
                  names(key.columns()),
                  name(key.referencedTable()),
                  names(key.referencedColumns())));
    }
    return keys;
  }

  private String samples(Column column) {
    if (column.sampleValues().isEmpty() || sampleValues == 0) {
      return "";
    }
    boolean all = column.sampleValues().size() <= sampleValues;
    return column.sampleValues().stream()
        .limit(sampleValues)
        .map(value -> quoted(value, MAX_VALUE))
        .collect(Collectors.joining(", ", " -- ", all ? "" : ", …"));
  }

  private static String comment(String comment) {
    return comment.isBlank() ? "" : " COMMENT " + quoted(comment, MAX_COMMENT);
  }

  private static String names(List<String> names) {
    return names.stream().map(TableText::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static String quoted(String text, int limit) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), limit) + 4).append('\'');
    int shown = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (shown++ == limit) {
        return line.append("…'").toString();
      }
      append(line, text.codePointAt(i));
    }
    return line.append('\'').toString();
  }

  private static void append(StringBuilder line, int character) {
    if (character == '\'') {
      line.append("''");
    } else if (!Character.isWhitespace(character) && !Character.isISOControl(character)) {
      line.appendCodePoint(character);
    } else if (line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }
}
