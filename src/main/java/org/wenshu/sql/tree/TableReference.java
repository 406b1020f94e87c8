package org.wenshu.sql.tree;

import java.util.List;
import java.util.Optional;

/** What a FROM clause reads. */
public sealed interface TableReference {
  /**
   * A table, view or common table.
   *
   * @param schema the database named before it
   * @param hints which indexes to use or not
   */
  record Named(Optional<Name> schema, Name name, Optional<Name> alias, List<IndexHint> hints)
      implements TableReference {}

  /** {@code USE INDEX FOR JOIN (…)} and its like. */
  record IndexHint(String words, List<Name> indexes) {}

  /**
   * A query in the place of a table.
   *
   * @param lateral whether it sees the tables to its left
   */
  record Derived(boolean lateral, Query query, Name alias, List<Name> columns)
      implements TableReference {}

  /** {@code JSON_TABLE(document, path COLUMNS (…)) alias}. */
  record JsonTable(
      int position,
      Expression document,
      Expression.Literal path,
      List<JsonColumn> columns,
      Name alias)
      implements TableReference {}

  /** A column of a JSON table; the definition is the text after the name. */
  record JsonColumn(Name name, String definition) {}

  /**
   * Two references joined.
   *
   * @param words such as {@code LEFT JOIN}
   * @param using empty unless joined by USING
   */
  record Join(
      TableReference left,
      String words,
      TableReference right,
      Optional<Expression> on,
      List<Name> using)
      implements TableReference {
    /** Whether all columns of the same name are compared. */
    public boolean natural() {
      return words.startsWith("NATURAL");
    }
  }

  /** References in parentheses. */
  record Parenthesised(List<TableReference> references) implements TableReference {}
}
