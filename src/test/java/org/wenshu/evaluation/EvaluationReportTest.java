package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
  private final List<Scored> scored =
      List.of(
          scored("a", "en", "easy", Verdict.RIGHT),
          scored("b", "en", "hard", Verdict.WRONG),
          scored("c", "en", "hard", Verdict.ABSTAINED),
          scored("d", "zh", "easy", Verdict.FAILED),
          scored("e", "zh", "easy", Verdict.GOLD_FAILED));

  private static Scored scored(String id, String variant, String hardness, Verdict verdict) {
    return new Scored(
        id, "shop", variant, hardness, "how many?", verdict, "SELECT 1", List.of("SELECT 2"), "");
  }

  @Test
  void countsByWordingAndHardness() {
    assertThat(new EvaluationReport("t", scored).figures())
        .contains("| en | all | 3 | 2 | 1 | 1 | 0 | 1 | 33.3 % | 50.0 % |")
        .contains("| en | hard | 2 | 1 | 0 | 1 | 0 | 1 | 0.0 % | 0.0 % |")
        .contains("| zh | all | 1 | 0 | 0 | 0 | 1 | 0 | 0.0 % | 0.0 % |");
  }

  @Test
  void listsWhatWasNotAnsweredRightly() {
    assertThat(new EvaluationReport("t", scored).markdown())
        .contains("**WRONG** b (shop, hard, en): how many?")
        .contains("asked: `` SELECT 1 ``")
        .contains("gold: `` SELECT 2 ``")
        .doesNotContain("RIGHT** a");
  }
}
