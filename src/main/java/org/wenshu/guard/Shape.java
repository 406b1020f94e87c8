package org.wenshu.guard;

import java.util.List;
import java.util.Set;

/**
 * What a query yields.
 *
 * @param columns their names
 * @param masked which of them, counted from 0, may be shown but not used
 * @param oneRow whether it can never yield more than one row
 */
record Shape(List<String> columns, Set<Integer> masked, boolean oneRow) {
  /** The same rows under these names, or under their own when there are none. */
  Shape named(List<String> names) {
    return names.isEmpty() ? this : new Shape(names, masked, oneRow);
  }

  List<String> maskedNames() {
    return masked.stream().filter(i -> i < columns.size()).map(columns::get).toList();
  }
}
