package org.wenshu.knowledge.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {
  private final Glossary glossary =
      Glossary.of(
          List.of(
              new Term("GMV", "订单总金额"),
              new Term("大客户", "金牌用户"),
              new Term("大客户部", "销售部"),
              new Term("net sales", "paid amount"),
              new Term("loop", "loop of loop"),
              new Term("  ", "nothing"),
              new Term("same", "SAME")));

  @ParameterizedTest
  @CsvSource({
    "各月GMV是多少, 各月订单总金额是多少",
    "gmv, 订单总金额",
    "大客户部的大客户, 销售部的金牌用户",
    "Net Sales per month, paid amount per month",
    "internet sales, internet sales",
    "net salesman, net salesman",
    "GMV2 and MyGMV, GMV2 and MyGMV",
    "a loop, a loop of loop",
    "same, same"
  })
  void putsTermsIntoOtherWords(String text, String meant) {
    assertThat(glossary.ground(text).text()).isEqualTo(meant);
  }

  @Test
  void tellsWhichTermsStoodInIt() {
    assertThat(glossary.ground("大客户的GMV和gmv").terms())
        .containsExactly(new Term("大客户", "金牌用户"), new Term("GMV", "订单总金额"));
    assertThat(Glossary.empty().ground("大客户").terms()).isEmpty();
  }

  @Test
  void leavesOutWhatCannotStandInAQuestion() {
    String tooLong = "x".repeat(Term.MOST_CHARS + 1);
    assertThat(Glossary.of(List.of(new Term("a", tooLong), new Term(tooLong, "b"))))
        .isSameAs(Glossary.empty());
  }
}
