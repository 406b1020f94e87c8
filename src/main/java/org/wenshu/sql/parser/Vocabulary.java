package org.wenshu.sql.parser;

import java.util.List;
import java.util.Set;

/** The words of the grammar, in upper case. */
final class Vocabulary {
  static final List<String> SET_OPERATORS = List.of("UNION", "INTERSECT", "EXCEPT");
  static final List<String> SET_QUANTIFIERS = List.of("ALL", "DISTINCT");
  static final List<String> SELECT_MODIFIERS =
      List.of("ALL", "DISTINCT", "DISTINCTROW", "STRAIGHT_JOIN");
  static final List<String> DIRECTIONS = List.of("ASC", "DESC");
  static final List<String> QUANTIFIERS = List.of("ALL", "ANY", "SOME");
  static final List<String> TEMPORAL_TYPES = List.of("DATE", "TIME", "TIMESTAMP");
  static final List<String> TRUTH_VALUES = List.of("NULL", "TRUE", "FALSE", "UNKNOWN");
  static final List<String> TRIM_SIDES = List.of("LEADING", "TRAILING", "BOTH");

  static final Set<String> UNITS =
      words(
          "MICROSECOND SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR SECOND_MICROSECOND"
              + " MINUTE_MICROSECOND MINUTE_SECOND HOUR_MICROSECOND HOUR_SECOND HOUR_MINUTE"
              + " DAY_MICROSECOND DAY_SECOND DAY_MINUTE DAY_HOUR YEAR_MONTH SQL_TSI_SECOND"
              + " SQL_TSI_MINUTE SQL_TSI_HOUR SQL_TSI_DAY SQL_TSI_WEEK SQL_TSI_MONTH"
              + " SQL_TSI_QUARTER SQL_TSI_YEAR");

  static final Set<String> TYPES =
      words(
          "SIGNED UNSIGNED INTEGER INT BIGINT CHAR NCHAR VARCHAR BINARY DATE DATETIME TIME YEAR"
              + " DECIMAL FLOAT DOUBLE REAL JSON");

  static final Set<String> CHARACTER_SETS = words("utf8mb4 utf8mb3 utf8 ascii latin1 binary");

  /** Functions that are called without parentheses. */
  static final Set<String> BARE_CALLS =
      words(
          "CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP UTC_DATE UTC_TIME"
              + " UTC_TIMESTAMP CURRENT_USER CURRENT_ROLE");

  /**
   * The words that are no name unless quoted, because a clause or an operator starts with them.
   * Words that MySQL reserves beyond these, such as RANK, are taken as names: every name is
   * rendered in backticks.
   */
  static final Set<String> RESERVED =
      words(
          "ALL AND ANALYZE AS ASC BETWEEN BINARY BOTH BY CALL CASE COLLATE CREATE CROSS DELETE DESC"
              + " DESCRIBE DISTINCT DISTINCTROW DIV DROP DUAL ELSE EXCEPT EXISTS EXPLAIN FALSE"
              + " FETCH FOR FORCE FROM GRANT GROUP HAVING HIGH_PRIORITY IGNORE IN INNER INSERT"
              + " INTERSECT INTERVAL INTO IS JOIN KILL LATERAL LEADING LEFT LIKE LIMIT LOAD LOCK"
              + " MATCH MOD NATURAL NOT NULL ON OR ORDER OUTER OUTFILE OVER PARTITION PROCEDURE"
              + " PURGE REGEXP RENAME REPLACE RETURN RETURNING REVOKE RIGHT RLIKE SELECT SET SHOW"
              + " SOUNDS SQL_BIG_RESULT SQL_BUFFER_RESULT SQL_CACHE SQL_CALC_FOUND_ROWS"
              + " SQL_NO_CACHE SQL_SMALL_RESULT STRAIGHT_JOIN TABLE THEN TO TRAILING TRUE UNION"
              + " UNLOCK UPDATE USE USING VALUES WHEN WHERE WINDOW WITH WRITE XOR");

  private Vocabulary() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }
}
