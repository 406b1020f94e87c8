package org.wenshu.guard;

import org.wenshu.schema.Column;
import org.wenshu.security.policy.ValueFamily;

/** Tells what a column of the catalogue holds, as far as masking by name cares. */
final class ValueFamilies {
  private ValueFamilies() {}

  static ValueFamily of(Column column) {
    return switch (column.kind()) {
      case TEXT -> ValueFamily.TEXT;
      case INTEGER ->
          column.columnType().startsWith("tinyint(1)") ? ValueFamily.TRUTH : ValueFamily.NUMBER;
      case DECIMAL -> ValueFamily.NUMBER;
      case DATE, TIME, TIMESTAMP -> ValueFamily.TIME;
      case BOOLEAN -> ValueFamily.TRUTH;
      case JSON, OTHER -> ValueFamily.OTHER;
      case BINARY -> column.dataType().equals("bit") ? ValueFamily.TRUTH : ValueFamily.OTHER;
    };
  }
}
