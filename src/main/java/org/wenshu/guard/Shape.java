package org.wenshu.guard;

import java.util.List;

/**
 * What a query yields.
 *
 * @param columns their names
 * @param oneRow whether it can never yield more than one row
 */
record Shape(List<String> columns, boolean oneRow) {
  /** The same rows under these names, or under their own when there are none. */
  Shape named(List<String> names) {
    return names.isEmpty() ? this : new Shape(names, oneRow);
  }
}
