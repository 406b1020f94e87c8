package org.wenshu.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentAnswersTest {
  @Test
  void quotesTheSentencesThatShareWords() {
    List<String> passages =
        List.of(
            "Bolts lie in hall four. The return rate is returned orders by all orders. Lunch is at"
                + " noon.",
            "退货率等于退货订单数除以订单总数。食堂在二楼。");
    assertThat(DocumentAnswers.sentences("What is the return rate?", passages))
        .containsExactly("The return rate is returned orders by all orders.");
    assertThat(DocumentAnswers.sentences("退货率怎么算", passages)).containsExactly("退货率等于退货订单数除以订单总数。");
    assertThat(DocumentAnswers.sentences("quantum physics", passages)).isEmpty();
  }
}
