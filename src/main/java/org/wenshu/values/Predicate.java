package org.wenshu.values;

import java.util.List;
import org.wenshu.sql.SqlToken;

/**
 * A comparison of a stored column with literals.
 *
 * @param form how they are compared
 * @param start where it starts in the statement, in {@code char}s
 * @param end where it ends, exclusive
 * @param source its characters
 * @param qualifier the characters before the column's name, the last dot included; may be empty
 * @param reference the column as named
 * @param column the column it means
 * @param scope where the names mean what they mean
 * @param literals the strings it is compared with
 */
record Predicate(
    Form form,
    int start,
    int end,
    String source,
    String qualifier,
    ColumnReference reference,
    Scope.Found column,
    Scope scope,
    List<SqlToken> literals) {
  enum Form {
    EQUAL,
    LIKE,
    IN
  }

  Predicate {
    literals = List.copyOf(literals);
  }
}
