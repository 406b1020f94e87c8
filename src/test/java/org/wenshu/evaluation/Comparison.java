package org.wenshu.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares an answer with the expected rows, the columns in any order. */
final class Comparison {
  /** Assignments of columns tried before giving up; results with many equal columns need a few. */
  private static final int MAX_TRIES = 5000;

  private final ExpectedRows expected;
  private final ResultTable answer;
  private final List<List<Integer>> candidates = new ArrayList<>();
  private int tries;

  private Comparison(ExpectedRows expected, ResultTable answer) {
    this.expected = expected;
    this.answer = answer;
  }

  /**
   * Whether the answer is right.
   *
   * @param furtherColumns whether the answer may have columns that were not expected
   */
  static boolean matches(ExpectedRows expected, ResultTable answer, boolean furtherColumns) {
    boolean widthFits =
        furtherColumns ? answer.width() >= expected.width() : answer.width() == expected.width();
    return widthFits
        && answer.rows().size() == expected.count()
        && new Comparison(expected, answer).anyAssignment();
  }

  private boolean anyAssignment() {
    List<Map<String, Long>> values =
        IntStream.range(0, answer.width()).mapToObj(answer::counts).toList();
    for (int wanted = 0; wanted < expected.width(); wanted++) {
      int column = wanted;
      candidates.add(
          IntStream.range(0, answer.width())
              .filter(i -> expected.couldBe(column, values.get(i)))
              .boxed()
              .toList());
    }
    return assign(new ArrayList<>());
  }

  private boolean assign(List<Integer> chosen) {
    if (chosen.size() == expected.width()) {
      return tries++ < MAX_TRIES && expected.matches(answer, chosen);
    }
    for (int candidate : candidates.get(chosen.size())) {
      if (!chosen.contains(candidate) && tries < MAX_TRIES) {
        chosen.add(candidate);
        if (assign(chosen)) {
          return true;
        }
        chosen.remove(chosen.size() - 1);
      }
    }
    return false;
  }
}
