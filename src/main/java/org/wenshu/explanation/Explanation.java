package org.wenshu.explanation;

import java.util.List;

/**
 * What a statement does, in one language (contract of the RAG query protocol, sections 4.7 and
 * 4.8).
 *
 * @param intent what kind of question the statement answers
 * @param tables catalogued tables it reads, in order of appearance; common tables are none
 * @param columns what its result is made of: names of columns, or expressions as SQL
 * @param conditions each predicate of its WHERE, HAVING and of its joins beyond their keys
 * @param operations what it does, as words of SQL, in order of appearance
 * @param complexity how much it takes to follow it
 * @param brief one short sentence
 * @param full every step, one a line
 */
public record Explanation(
    Intent intent,
    List<String> tables,
    List<String> columns,
    List<String> conditions,
    List<String> operations,
    Complexity complexity,
    String brief,
    String full) {
  /** Copies the lists. */
  public Explanation {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    conditions = List.copyOf(conditions);
    operations = List.copyOf(operations);
  }

  /** The kinds of questions a statement answers; the first that fits counts. */
  public enum Intent {
    /** Figures by spans of the calendar. */
    TREND("trend"),
    /** The first rows of an order. */
    RANK("rank"),
    /** Sets or rows held against others. */
    COMPARE("compare"),
    /** Nothing but numbers of rows. */
    COUNT("count"),
    /** Other figures over many rows. */
    AGGREGATE("aggregate"),
    /** Rows as they are stored. */
    SELECT("select");

    private final String word;

    Intent(String word) {
      this.word = word;
    }

    /** The word on the wire. */
    public String word() {
      return word;
    }
  }

  /**
   * How much it takes to follow a statement: each table joined, sub-query, common table, further
   * part of a set operation, and window counts one. None is simple, up to two is medium.
   */
  public enum Complexity {
    SIMPLE("simple"),
    MEDIUM("medium"),
    COMPLEX("complex");

    private static final int MEDIUM_UP_TO = 2;

    private final String word;

    Complexity(String word) {
      this.word = word;
    }

    static Complexity of(int parts) {
      if (parts == 0) {
        return SIMPLE;
      }
      return parts <= MEDIUM_UP_TO ? MEDIUM : COMPLEX;
    }

    /** The word on the wire. */
    public String word() {
      return word;
    }
  }
}
