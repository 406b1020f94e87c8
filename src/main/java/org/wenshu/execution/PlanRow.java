package org.wenshu.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of a tabular EXPLAIN: one table of one SELECT.
 *
 * @param select number of the SELECT, 0 for the result of a union
 * @param kind such as {@code SIMPLE} or {@code DEPENDENT SUBQUERY}
 * @param table name or alias, or {@code <derived2>}; empty when no table is read
 * @param access how its rows are found, such as {@code ref} or {@code ALL}; empty when none are
 * @param possibleKeys the indexes that could help, separated by commas
 * @param key the index that is used
 * @param rows read for each combination of rows before it; empty where the server does not say
 * @param filtered share of them that are expected to remain, from 0 to 1
 * @param extra the server's remarks
 */
public record PlanRow(
    int select,
    String kind,
    String table,
    String access,
    String possibleKeys,
    String key,
    OptionalDouble rows,
    double filtered,
    String extra) {
  /** MariaDB may add the share a row filter leaves: {@code 20 (3%)}. */
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE][+]?\\d+)?");

  /** What the optimizer of MySQL guesses for an equality it has no statistics of. */
  private static final double EQUALITY = 0.1;

  /** Reads them all; fails where the columns are not those of MySQL 8 or MariaDB. */
  static List<PlanRow> read(ResultSet result) throws SQLException {
    List<PlanRow> plan = new ArrayList<>();
    while (result.next()) {
      plan.add(
          new PlanRow(
              result.getInt("id"),
              text(result, "select_type"),
              text(result, "table"),
              text(result, "type"),
              text(result, "possible_keys"),
              text(result, "key"),
              number(result.getString("rows")),
              number(result.getString("filtered")).orElse(100) / 100,
              text(result, "Extra")));
    }
    return plan;
  }

  private static String text(ResultSet result, String column) throws SQLException {
    String text = result.getString(column);
    return text == null ? "" : text;
  }

  static OptionalDouble number(String text) {
    Matcher number = NUMBER.matcher(text == null ? "" : text);
    return number.lookingAt()
        ? OptionalDouble.of(Double.parseDouble(number.group()))
        : OptionalDouble.empty();
  }

  /** Whether this SELECT runs anew for rows of another one. */
  boolean repeats() {
    return kind.startsWith("DEPENDENT")
        || kind.startsWith("UNCACHEABLE")
        || kind.startsWith("LATERAL");
  }

  /**
   * Whether matches are found by hashing instead of comparing all with all. MySQL says "hash join"
   * of joins without an equality too; those filter less.
   */
  boolean hashed() {
    return extra.contains("BNLH") || (extra.contains("hash join") && filtered <= EQUALITY);
  }
}
