package org.wenshu.knowledge.row;

import java.util.List;

/** A kind of row, as configured under type {@code schema}. */
public record RowSchema(String name, String description, List<RowField> fields) {
  /** Copies the list. */
  public RowSchema {
    fields = List.copyOf(fields);
  }
}
