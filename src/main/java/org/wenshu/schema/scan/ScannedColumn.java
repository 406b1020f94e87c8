package org.wenshu.schema.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.wenshu.schema.Column;
import org.wenshu.schema.ValueKind;

/** A column while its sample values are looked for. Not thread-safe. */
final class ScannedColumn {
  private final Column facts;
  private final long maxCharacters;
  private List<String> values = List.of();

  private ScannedColumn(Column facts, long maxCharacters) {
    this.facts = facts;
    this.maxCharacters = maxCharacters;
  }

  static ScannedColumn of(ResultSet row) throws SQLException {
    String comment = row.getString(7);
    Column facts =
        new Column(
            row.getString(2),
            row.getInt(3),
            row.getString(4).toLowerCase(Locale.ROOT),
            row.getString(5),
            "YES".equals(row.getString(6)),
            comment == null ? "" : comment.strip(),
            key(row.getString(8)),
            List.of());
    return new ScannedColumn(facts, row.getLong(9));
  }

  private static Column.Key key(String columnKey) {
    return switch (columnKey == null ? "" : columnKey) {
      case "PRI" -> Column.Key.PRIMARY;
      case "UNI" -> Column.Key.UNIQUE;
      case "MUL" -> Column.Key.INDEXED;
      default -> Column.Key.NONE;
    };
  }

  Column facts() {
    return facts;
  }

  /** The most characters a value can have, as the type says. */
  long maxCharacters() {
    return maxCharacters;
  }

  /** Whether the type itself lists the values. */
  boolean isEnumerated() {
    return facts.dataType().equals("enum") || facts.dataType().equals("set");
  }

  /** Whether stored values may be read; the longest text types hold documents and JSON. */
  boolean isSampled() {
    return facts.kind() == ValueKind.TEXT
        && !isEnumerated()
        && !facts.dataType().equals("mediumtext")
        && !facts.dataType().equals("longtext");
  }

  void values(List<String> found) {
    values = found;
  }

  Column finish() {
    return new Column(
        facts.name(),
        facts.position(),
        facts.dataType(),
        facts.columnType(),
        facts.nullable(),
        facts.comment(),
        facts.key(),
        values);
  }
}
