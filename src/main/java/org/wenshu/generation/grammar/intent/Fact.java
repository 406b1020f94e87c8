package org.wenshu.generation.grammar.intent;

import java.util.List;
import org.wenshu.generation.grammar.lexicon.ElementRef;

/** A piece of what is asked, found by a rule. Items inside name schema elements. */
public sealed interface Fact {
  /** What a measure computes. */
  enum Function {
    COUNT,
    SUM,
    AVG,
    MAX,
    MIN
  }

  /** Spans of the calendar to group by. */
  enum Period {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }

  /**
   * An aggregate over a table's rows or a column's values.
   *
   * @param operand a table to count, or a column
   */
  record Measure(Function function, Item operand, boolean distinct) implements Fact {}

  /** What something is compared with, as long as it is not said what. */
  record Bound(Comparison comparison, List<Item> values) implements Fact {}

  /**
   * A comparison.
   *
   * @param subject a column or a measure; null when only its values tell, as with a bare date
   * @param values numbers, literals, stored values, ranges, or one measure
   */
  record Condition(Item subject, Comparison comparison, List<Item> values, boolean negated)
      implements Fact {}

  /** The first rows by a column or measure. */
  record Superlative(Item subject, boolean highest, int rows) implements Fact {}

  /** A wish for an order; the subject is null when only the direction is said. */
  record Ordering(Item subject, boolean descending) implements Fact {}

  /** One row for each value of a column or row of a table. */
  record Grouping(Item subject) implements Fact {}

  /** One row for each span of the calendar. */
  record Calendar(Period period) implements Fact {}

  /** Only what has no row in the table. */
  record Absence(Item table) implements Fact {}

  /** At most so many rows. */
  record Limit(int rows) implements Fact {}

  /** A stretch of time. */
  record Range(TimeRange time) implements Fact {}

  /** Every column of the table, beside what else is shown. */
  record Whole(Item table) implements Fact {}

  /** Rows stay even without a partner. */
  record KeepAll() implements Fact {}

  /**
   * Only rows that an earlier answer showed.
   *
   * @param key their table's primary key of one column
   * @param values which rows they were, each a whole number or a text; empty when the answer was
   * @param statement gives the keys; empty when the values are told
   */
  record Shown(ElementRef key, List<Object> values, String statement) implements Fact {
    /** Copies the list. */
    public Shown {
      values = List.copyOf(values);
    }

    /** Rows told by their keys. */
    public static Shown keys(ElementRef key, List<Object> values) {
      return new Shown(key, values, "");
    }

    /** Rows whose keys a statement gives. */
    public static Shown by(ElementRef key, String statement) {
      return new Shown(key, List.of(), statement);
    }
  }

  /** Either of two conditions. */
  record Either(Condition left, Condition right) implements Fact {}
}
