package org.wenshu.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a server expects of a statement, read from the table that EXPLAIN gives: MySQL and MariaDB
 * give one row for each table, in the order of joining, and mark the query it belongs to. Confined
 * to one plan.
 */
final class PlanEstimate {
  private final Map<String, Double> independent = new LinkedHashMap<>();
  private final Map<String, Double> dependent = new LinkedHashMap<>();

  private PlanEstimate() {}

  /** Reads a plan to its end. */
  static PlanEstimate read(ResultSet plan) throws SQLException {
    PlanEstimate estimate = new PlanEstimate();
    while (plan.next()) {
      estimate.add(
          plan.getString("id"),
          String.valueOf(plan.getString("select_type")),
          plan.getString("rows"));
    }
    return estimate;
  }

  /** Rows that are no number, such as those of a union's result, cost nothing of their own. */
  private void add(String id, String selectType, String rows) {
    if (id == null || rows == null || !rows.matches("\\d{1,18}")) {
      return;
    }
    boolean repeated = selectType.toUpperCase(Locale.ROOT).startsWith("DEPENDENT");
    Map<String, Double> queries = repeated ? dependent : independent;
    queries.merge(id, Math.max(1, Double.parseDouble(rows)), (a, b) -> a * b);
  }

  /**
   * Combinations of rows to look at: within a query those of all its tables, one query after the
   * other, and one that depends on others once for each of their combinations.
   */
  double combinations() {
    double once = independent.values().stream().mapToDouble(Double::doubleValue).sum();
    double eachTime = dependent.values().stream().mapToDouble(Double::doubleValue).sum();
    return once * (1 + eachTime);
  }
}
