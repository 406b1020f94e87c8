package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final List<String> ANN = List.of("Ann", "30");
  private static final List<String> BOB = List.of("Bob", "30");
  private static final List<String> CAT = List.of("Cat", "20");

  private final ExpectedRows anyOrder = new ExpectedRows(2, List.of(List.of(ANN, BOB, CAT)), 3);
  private final ExpectedRows byAge =
      new ExpectedRows(2, List.of(List.of(ANN, BOB), List.of(CAT)), 3);
  private final ExpectedRows oldest =
      new ExpectedRows(2, List.of(List.of(ANN, BOB), List.of(CAT)), 1);

  @SafeVarargs
  private static ResultTable answer(List<String>... rows) {
    List<List<String>> all = new ArrayList<>();
    for (List<String> row : rows) {
      all.add(row);
    }
    int width = all.isEmpty() ? 2 : all.get(0).size();
    return new ResultTable(Collections.nCopies(width, "column"), all);
  }

  @Test
  void rowsWithoutSortKeysMayComeInAnyOrder() {
    assertThat(Comparison.matches(anyOrder, answer(CAT, ANN, BOB), false)).isTrue();
    assertThat(Comparison.matches(anyOrder, answer(CAT, ANN, ANN), false)).isFalse();
    assertThat(Comparison.matches(anyOrder, answer(CAT, ANN), false)).isFalse();
  }

  @Test
  void sortedRowsMayChangePlacesOnlyWhereTheyTie() {
    assertThat(Comparison.matches(byAge, answer(BOB, ANN, CAT), false)).isTrue();
    assertThat(Comparison.matches(byAge, answer(ANN, CAT, BOB), false)).isFalse();
  }

  @Test
  void anyOfTheRowsThatTieAtTheLimitWillDo() {
    assertThat(Comparison.matches(oldest, answer(BOB), false)).isTrue();
    assertThat(Comparison.matches(oldest, answer(CAT), false)).isFalse();
    assertThat(Comparison.matches(oldest, answer(), false)).isFalse();
  }

  @Test
  void columnsMayComeInAnyOrder() {
    ResultTable turned = answer(List.of("30", "Ann"), List.of("20", "Cat"), List.of("30", "Bob"));

    assertThat(Comparison.matches(anyOrder, turned, false)).isTrue();
  }

  @Test
  void furtherColumnsCountOnlyWhereTheQuestionNamesNone() {
    ResultTable wider =
        answer(List.of("1", "Ann", "30"), List.of("2", "Bob", "30"), List.of("3", "Cat", "20"));

    assertThat(Comparison.matches(anyOrder, wider, true)).isTrue();
    assertThat(Comparison.matches(anyOrder, wider, false)).isFalse();
  }

  @Test
  void aMissingColumnIsNeverRight() {
    assertThat(Comparison.matches(oldest, answer(List.of("Ann")), true)).isFalse();
  }
}
