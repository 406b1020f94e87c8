package org.wenshu.feed.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowDifferenceTest {
  private static List<List<Object>> rows(Object... values) {
    return Arrays.stream(values).map(value -> List.of(value)).toList();
  }

  @Test
  void isEmptyForEqualRows() {
    assertThat(RowDifference.between(rows(1, 2), rows(1, 2)).isEmpty()).isTrue();
    List<List<Object>> bytes = List.of(List.of((Object) new byte[] {1}));
    List<List<Object>> same = List.of(List.of((Object) new byte[] {1}));
    assertThat(RowDifference.between(bytes, same).isEmpty()).isTrue();
  }

  @Test
  void tellsTheLeast() {
    RowDifference difference = RowDifference.between(rows(1, 2, 3, 4), rows(1, 3, 9, 4, 5));
    assertThat(difference.removed()).containsExactly(1);
    assertThat(difference.added()).extracting(RowDifference.Placed::index).containsExactly(2, 4);
  }

  @Test
  void noticesAnotherOrder() {
    assertThat(RowDifference.between(rows(1, 2), rows(2, 1)).isEmpty()).isFalse();
  }

  @Test
  void leadsFromOneListToTheOther() {
    Random random = new Random(7);
    for (int turn = 0; turn < 300; turn++) {
      List<List<Object>> before = some(random);
      List<List<Object>> after = some(random);
      assertThat(applied(RowDifference.between(before, after), before)).isEqualTo(after);
    }
  }

  private static List<List<Object>> some(Random random) {
    List<List<Object>> rows = new ArrayList<>();
    int count = random.nextInt(random.nextInt(20) == 0 ? 900 : 12);
    for (int i = 0; i < count; i++) {
      rows.add(List.of((Object) random.nextInt(5)));
    }
    return rows;
  }

  private static List<List<Object>> applied(RowDifference difference, List<List<Object>> before) {
    Set<Integer> gone = new HashSet<>(difference.removed());
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!gone.contains(i)) {
        rows.add(before.get(i));
      }
    }
    difference.added().forEach(placed -> rows.add(placed.index(), placed.row()));
    return rows;
  }
}
