package org.wenshu.generation.grammar.plan;

import java.math.BigDecimal;
import java.util.List;

/** An SQL expression as a tree. */
public sealed interface Expression {
  /** A column of a source of the statement. */
  record ColumnOf(String source, String column) implements Expression {}

  /** Every column of a source. */
  record Everything(String source) implements Expression {}

  /** A text literal. */
  record Text(String value) implements Expression {}

  /** A numeric literal. */
  record Numeric(BigDecimal value) implements Expression {}

  /** SQL without columns or values from the question, such as a moment of the calendar. */
  record Fixed(String sql) implements Expression {}

  /**
   * SQL with a place for each argument.
   *
   * @param form the text with {@code {}} for every argument
   */
  record Form(String form, List<Expression> arguments) implements Expression {
    /** Copies the list. */
    public Form {
      arguments = List.copyOf(arguments);
    }
  }

  /** A statement in brackets. */
  record Nested(Select select) implements Expression {}

  /** A form with its arguments. */
  static Form form(String form, Expression... arguments) {
    return new Form(form, List.of(arguments));
  }

  /** All of them hold. */
  static Expression all(List<Expression> conditions) {
    return conditions.size() == 1
        ? conditions.get(0)
        : new Form(String.join(" AND ", conditions.stream().map(c -> "{}").toList()), conditions);
  }
}
