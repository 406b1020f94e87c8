package org.wenshu.values;

import java.util.Optional;

/**
 * A column whose stored values make up part of a dictionary.
 *
 * @param table the only table it counts in; empty when it counts in every table that has it
 * @param column in any letter case
 */
public record DictionaryField(Optional<String> table, String column) {
  /** The column of that name in any table. */
  public static DictionaryField anywhere(String column) {
    return new DictionaryField(Optional.empty(), column);
  }

  /** Reads {@code COLUMN} or {@code TABLE.COLUMN}. */
  public static DictionaryField parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? anywhere(text.strip())
        : new DictionaryField(
            Optional.of(text.substring(0, dot).strip()), text.substring(dot + 1).strip());
  }

  /** Whether it counts in that table. */
  boolean isIn(String tableName) {
    return table.map(tableName::equalsIgnoreCase).orElse(true);
  }
}
