package org.wenshu.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * Which rows are asked for, and in which order.
 *
 * @param schema what they are rows of
 * @param conditions all of which hold
 * @param limit how many at most
 */
public record RowSelection(
    String schema, List<Condition> conditions, Optional<Order> order, int limit) {
  /** Copies the list. */
  public RowSelection {
    conditions = List.copyOf(conditions);
  }

  /** How a value is compared. */
  public enum Comparison {
    EQUAL,
    NOT_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    IN,
    NOT_IN,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH
  }

  /**
   * What must hold for a row.
   *
   * @param field the name of the value
   * @param numeric whether values are compared as numbers
   * @param values what it is compared with: one, and any number for IN and NOT_IN
   */
  public record Condition(
      String field, Comparison comparison, boolean numeric, List<String> values) {
    /** Copies the list. */
    public Condition {
      values = List.copyOf(values);
    }
  }

  /** An order by one field; rows that are equal there keep a stable order. */
  public record Order(String field, boolean numeric, boolean descending) {}
}
