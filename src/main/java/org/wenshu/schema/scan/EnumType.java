package org.wenshu.schema.scan;

import java.util.ArrayList;
import java.util.List;

/** Reads the values out of a full type such as {@code enum('new','it''s paid')}. */
final class EnumType {
  private EnumType() {}

  /** The values in their order; empty when the type lists none. */
  static List<String> values(String columnType) {
    List<String> values = new ArrayList<>();
    StringBuilder value = null;
    for (int i = 0; i < columnType.length(); i++) {
      char c = columnType.charAt(i);
      boolean quote = c == '\'';
      if (value == null) {
        value = quote ? new StringBuilder() : null;
      } else if (!quote) {
        value.append(c);
      } else if (i + 1 < columnType.length() && columnType.charAt(i + 1) == '\'') {
        value.append(c);
        i++;
      } else {
        values.add(value.toString());
        value = null;
      }
    }
    return values;
  }
}
