package org.wenshu.values;

import java.util.List;

/**
 * A group of columns that name the same things, such as departments by code and by name.
 *
 * @param group its name in reports, such as {@code department}
 * @param fields the preferred one first; a literal may move to another field of the group
 */
public record ValueDictionary(String group, List<DictionaryField> fields) {
  /** Copies the list. */
  public ValueDictionary {
    fields = List.copyOf(fields);
  }

  /** A group of columns wherever they occur. */
  public static ValueDictionary of(String group, String... columns) {
    return new ValueDictionary(
        group, List.of(columns).stream().map(DictionaryField::anywhere).toList());
  }

  /** Whether the column of that table belongs to the group. */
  boolean has(String table, String column) {
    return fields.stream().anyMatch(f -> f.column().equalsIgnoreCase(column) && f.isIn(table));
  }
}
