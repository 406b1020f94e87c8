package org.wenshu.schema.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gathers the distinct values of one column until they are too many or too long. */
final class DistinctValues {
  private final int maxValues;
  private final int maxLength;
  private final List<String> values = new ArrayList<>();
  private boolean exceeded;

  DistinctValues(int maxValues, int maxLength) {
    this.maxValues = maxValues;
    this.maxLength = maxLength;
  }

  /** Takes a value; NULL and blanks are no values to ask for. */
  void add(String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    values.add(value);
    exceeded |= values.size() > maxValues || value.codePointCount(0, value.length()) > maxLength;
  }

  /** All values in code unit order, or none where a limit was exceeded. */
  List<String> sorted() {
    if (exceeded) {
      return List.of();
    }
    Collections.sort(values);
    return values;
  }
}
