package org.wenshu.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows a right answer has. They come in groups whose order is fixed, while inside a group any
 * order will do; when the answer ends inside a group, any of the group's rows may be in it.
 *
 * @param width how many columns
 * @param groups one group of all rows when order means nothing; else the rows that tie on the sort
 *     keys form a group
 * @param count how many rows the answer has
 */
record ExpectedRows(int width, List<List<List<String>>> groups, int count) {

  /** Whether these rows are right, its columns taken in that order. */
  boolean matches(ResultTable answer, List<Integer> columns) {
    int from = 0;
    for (List<List<String>> group : groups) {
      int to = Math.min(from + group.size(), answer.rows().size());
      if (!holds(group, answer.cut(columns, from, to))) {
        return false;
      }
      from = to;
    }
    return from == count;
  }

  /** Every row of the part is in the group, as often as there. */
  private boolean holds(List<List<String>> group, List<List<String>> part) {
    Map<List<String>, Integer> left = new HashMap<>();
    group.forEach(row -> left.merge(row.subList(0, width), 1, Integer::sum));
    return part.stream().allMatch(row -> left.merge(row, -1, Integer::sum) >= 0);
  }

  /** Whether the values of an answer's column could be those of the expected column. */
  boolean couldBe(int column, Map<String, Long> values) {
    Map<String, Long> left = new HashMap<>();
    groups.forEach(group -> group.forEach(row -> left.merge(row.get(column), 1L, Long::sum)));
    return values.entrySet().stream()
        .allMatch(e -> left.getOrDefault(e.getKey(), 0L) >= e.getValue());
  }
}
