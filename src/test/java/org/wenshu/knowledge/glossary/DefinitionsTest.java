package org.wenshu.knowledge.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {
  @ParameterizedTest
  @CsvSource({
    "GMV是指订单总金额。, GMV, 订单总金额",
    "“铁粉”指的是金牌用户, 铁粉, 金牌用户",
    "打工人的意思是员工！, 打工人, 员工",
    "War chest means budget., War chest, budget",
    "The \"war chest\" stands for the budget, war chest, the budget",
  })
  void findsWhatStandsInTheWordsPlace(String sentence, String name, String meaning) {
    assertThat(Definitions.in(sentence)).containsExactly(new Term(name, meaning));
  }

  @Test
  void findsSentencesInATextAndTellsExplanationsApart() {
    String text =
        "Sales are counted daily. GMV means total order amount. Churn means customers who left,"
            + " seen over ninety days. Nothing else.\n大盘是指全部订单；其他略。";

    assertThat(Definitions.in(text))
        .containsExactly(
            new Term("GMV", "total order amount"),
            Term.explained("Churn", "customers who left, seen over ninety days"),
            new Term("大盘", "全部订单"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The return rate is the number of returned orders.",
        "Note: this is new",
        "时间：2024",
        "means nothing",
        "这是指导意见",
        "本文是指导意见",
        "这是指全部",
        ""
      })
  void takesNothingElseForADefinition(String text) {
    assertThat(Definitions.in(text)).isEmpty();
  }

  @Test
  void takesWhatIsToldOfAnEntityForAnExplanationUnlessItIsADefinition() {
    assertThat(Definitions.of("GMV", "In reports, gmv is big. GMV means total order amount."))
        .isEqualTo(new Term("GMV", "total order amount"));
    assertThat(Definitions.of("users", "people who have registered"))
        .isEqualTo(Term.explained("users", "people who have registered"));
    assertThat(Definitions.of("x", "y".repeat(500)).meaning()).hasSize(Term.MOST_CHARS);
  }
}
