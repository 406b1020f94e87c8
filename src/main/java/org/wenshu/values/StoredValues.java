package org.wenshu.values;

import java.util.List;

/** Reads the distinct values of a column of the database being asked. Thread-safe. */
public interface StoredValues {
  /**
   * The distinct values other than NULL, verbatim, in no order; at most {@code limit} of them.
   *
   * @throws org.wenshu.error.WenshuException when the database does not give them
   */
  Content read(String table, String column, int limit);

  /**
   * What a column holds.
   *
   * @param values distinct
   * @param caseSensitive whether the column's collation tells letter cases apart
   * @param padded whether it ignores blanks at the end
   */
  record Content(List<String> values, boolean caseSensitive, boolean padded) {
    /** Copies the list. */
    public Content {
      values = List.copyOf(values);
    }
  }
}
