package org.wenshu.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownColumnTest {
  private static KnownColumn column(List<String> values) {
    return new KnownColumn(new StoredValues.Content(values, false, false));
  }

  @Test
  void prefersTheShorterValueThenTheSmallerCodePointInAnyOrderOfLoading() {
    List<String> values =
        new ArrayList<>(List.of("云网三部", "云网一部", "云网部", "云网𠀀部", "云网\uFF21部", "云网二部"));
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(values, new Random(i));
      KnownColumn.Best best = column(values).best(FoldedText.of("云网")).orElseThrow();
      assertThat(best.values())
          .containsExactly("云网部", "云网一部", "云网三部", "云网二部", "云网\uFF21部", "云网𠀀部");
      assertThat(best.tied()).isEqualTo(1);
    }
  }

  @Test
  void keepsOnlyTheBestQuality() {
    KnownColumn.Best best =
        column(List.of("数据大部", "大数据部", "新大数据部", "大家的数据部")).best(FoldedText.of("大数据")).orElseThrow();
    assertThat(best.quality()).isEqualTo(MatchQuality.PREFIX);
    assertThat(best.values()).containsExactly("大数据部");
  }

  @Test
  void findsWhatLikeFinds() {
    KnownColumn column = column(List.of("Alpha", "alphabet", "beta"));
    assertThat(column.like(new LikePattern("ALPHA", false, true)))
        .containsExactly("Alpha", "alphabet");
    assertThat(column.like(new LikePattern("alpha", false, false))).containsExactly("Alpha");
    assertThat(column.like(new LikePattern("bet", true, true))).containsExactly("beta", "alphabet");
    assertThat(column.like(new LikePattern("bet", true, false))).containsExactly("alphabet");
  }

  @Test
  void knowsNothingOfAnEmptyColumn() {
    assertThat(column(List.of()).best(FoldedText.of("大"))).isEmpty();
    assertThat(column(List.of()).isStored("")).isFalse();
  }
}
