package org.wenshu.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many combinations of rows a plan examines, by the optimizer's own numbers. Within one SELECT
 * each table is read once for every combination that is left of the tables before it; these reads
 * are added up. A SELECT that depends on another one counts once for each of the rows of the
 * largest one before it, as the tabular form does not say to which it belongs.
 */
final class PlanEstimate {
  private static final Pattern TEMPORARY = Pattern.compile("<(?:derived|subquery)(\\d+)>");

  /** By number of the SELECT: combinations examined in one run, and left at its end. */
  private final TreeMap<Integer, Double> examined = new TreeMap<>();

  private final TreeMap<Integer, Double> produced = new TreeMap<>();

  /** By number of a temporary table's SELECT: combinations before the table is read. */
  private final Map<Integer, Double> before = new HashMap<>();

  private PlanEstimate() {}

  /** Combinations examined, at least one. */
  static double of(List<PlanRow> plan) {
    TreeMap<Integer, List<PlanRow>> selects = new TreeMap<>();
    for (PlanRow row : plan) {
      if (row.select() > 0) {
        selects.computeIfAbsent(row.select(), id -> new ArrayList<>()).add(row);
      }
    }
    PlanEstimate estimate = new PlanEstimate();
    selects.descendingMap().forEach(estimate::walk);
    double sum = 0;
    for (List<PlanRow> select : selects.values()) {
      sum += estimate.total(select.get(0));
    }
    return Math.max(1, sum);
  }

  /** Inner SELECTs have the higher numbers, and are walked first. */
  private void walk(int select, List<PlanRow> tables) {
    double combinations = 1;
    double reads = 0;
    for (PlanRow table : tables) {
      double rows = rows(table, combinations);
      if (table.hashed()) {
        reads += rows + combinations;
        combinations = Math.max(combinations, rows);
      } else {
        reads += combinations * rows;
        combinations = Math.max(1, combinations * rows * table.filtered());
      }
    }
    examined.put(select, reads);
    produced.put(select, combinations);
  }

  private double rows(PlanRow table, double combinations) {
    Matcher temporary = TEMPORARY.matcher(table.table());
    double unknown = 1;
    if (temporary.matches()) {
      int select = Integer.parseInt(temporary.group(1));
      before.put(select, combinations);
      unknown = produced.getOrDefault(select, 1.0);
    }
    return table.rows().orElse(unknown);
  }

  private double total(PlanRow first) {
    int select = first.select();
    return first.repeats() ? runs(select) * examined.get(select) : examined.get(select);
  }

  private double runs(int select) {
    Double joined = before.get(select);
    return joined != null
        ? joined
        : produced.headMap(select).values().stream()
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
  }
}
