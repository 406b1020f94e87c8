package org.wenshu.knowledge.row;

import java.util.Set;

/**
 * One value of a kind of row.
 *
 * @param type as configured, such as {@code integer}
 * @param required whether every row has it
 */
public record RowField(String name, String type, boolean required) {
  private static final Set<String> NUMERIC = Set.of("integer", "long", "float", "double");

  /** Whether values are compared as numbers. */
  public boolean isNumeric() {
    return NUMERIC.contains(type);
  }
}
