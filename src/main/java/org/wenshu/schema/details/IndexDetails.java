package org.wenshu.schema.details;

import java.util.List;

/**
 * An index.
 *
 * @param name as stored
 * @param type what it is for
 * @param columns in the order of the index; an expression is written as {@value #EXPRESSION}
 * @param unique whether no two rows may have the same
 */
public record IndexDetails(String name, Type type, List<String> columns, boolean unique) {
  /** Stands for a part of an index that is no column. */
  public static final String EXPRESSION = "(expression)";

  /** What an index is for; the names cross the wire. */
  public enum Type {
    PRIMARY,
    UNIQUE,
    INDEX,
    FULLTEXT
  }

  /** Copies the list. */
  public IndexDetails {
    columns = List.copyOf(columns);
  }
}
