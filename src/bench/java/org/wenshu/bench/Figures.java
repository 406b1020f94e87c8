package org.wenshu.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, one value a turn, printed as medians. */
final class Figures {
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  /** Adds this turn's value; the name includes the unit. */
  void add(String name, double value) {
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    System.out.printf(Locale.ROOT, "  %-64s %10.3f%n", name, value);
  }

  /** The median over the turns. */
  double median(String name) {
    return percentile(values.get(name).stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A table of all medians with the smallest and the largest value. */
  String table() {
    StringBuilder table =
        new StringBuilder("| figure | median | min | max |\n| --- | ---: | ---: | ---: |\n");
    values.forEach(
        (name, all) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f |%n",
                    name,
                    median(name),
                    all.stream().mapToDouble(d -> d).min().orElseThrow(),
                    all.stream().mapToDouble(d -> d).max().orElseThrow())));
    return table.toString();
  }

  /** The value that this share of all values does not exceed. */
  static double percentile(double[] all, double share) {
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    if (share == 0.5 && sorted.length % 2 == 0) {
      return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }
}
