package org.wenshu.generation.grammar.plan;

import java.util.List;
import java.util.Locale;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.Table;
import org.wenshu.schema.ValueKind;

/** Which columns play a part by their names: the one that names a row, the one that dates it. */
final class Display {
  private static final List<String> NAMES = List.of("name", "title", "full_name", "fullname");
  private static final List<String> DATES =
      List.of("created_at", "create_time", "created", "order_date", "date");

  private Display() {}

  /** The column people know a row by: its name or title, else its key, else its first. */
  static ElementRef name(Table table) {
    String own = table.name().toLowerCase(Locale.ROOT);
    for (String wanted : NAMES) {
      for (Column column : table.columns()) {
        if (column.name().equalsIgnoreCase(wanted)) {
          return new ElementRef(table, column, 1);
        }
      }
    }
    for (Column column : table.columns()) {
      String name = column.name().toLowerCase(Locale.ROOT);
      boolean text = column.kind() == ValueKind.TEXT;
      if (text
          && (name.endsWith("name")
              || name.equals(own)
              || own.equals(name + "s")
              || own.endsWith("_" + name + "s"))) {
        return new ElementRef(table, column, 1);
      }
    }
    return firstText(table);
  }

  private static ElementRef firstText(Table table) {
    for (Column column : table.columns()) {
      if (column.kind() == ValueKind.TEXT
          && !isReference(table, column)
          && column.key() != Column.Key.PRIMARY) {
        return new ElementRef(table, column, 1);
      }
    }
    return key(table);
  }

  /** The first key column, or the first column where there is no key. */
  static ElementRef key(Table table) {
    Column column =
        table.primaryKey().isEmpty()
            ? table.columns().get(0)
            : table.column(table.primaryKey().get(0)).orElse(table.columns().get(0));
    return new ElementRef(table, column, 1);
  }

  static boolean isReference(Table table, Column column) {
    for (ForeignKey key : table.foreignKeys()) {
      if (key.columns().stream().anyMatch(column.name()::equalsIgnoreCase)) {
        return true;
      }
    }
    return false;
  }

  /** The column that dates a row; null when there is none. */
  static ElementRef date(Table table) {
    for (String wanted : DATES) {
      for (Column column : table.columns()) {
        if (column.name().equalsIgnoreCase(wanted) && column.kind().isTemporal()) {
          return new ElementRef(table, column, 1);
        }
      }
    }
    for (Column column : table.columns()) {
      if (column.kind().isTemporal()) {
        return new ElementRef(table, column, 1);
      }
    }
    for (Column column : table.columns()) {
      String name = column.name().toLowerCase(Locale.ROOT);
      if (name.endsWith("date")) {
        return new ElementRef(table, column, 1);
      }
    }
    return year(table);
  }

  /** A column that holds bare years; null when there is none. */
  static ElementRef year(Table table) {
    for (Column column : table.columns()) {
      String name = column.name().toLowerCase(Locale.ROOT);
      if (name.equals("year") || name.endsWith("_year")) {
        return new ElementRef(table, column, 1);
      }
    }
    return null;
  }
}
