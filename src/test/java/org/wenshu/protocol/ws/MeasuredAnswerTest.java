package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.ask.AskEvent;
import org.wenshu.error.ErrorCode;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.question.Wording;

class MeasuredAnswerTest {
  private final Meters meters = new Meters();
  private final List<AskEvent> rendered = new ArrayList<>();
  private final MeasuredAnswer answer =
      new MeasuredAnswer(rendered::add, new RequestMetrics(meters));

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void tellsOnceHowARequestEnded() {
    AskEvent failed =
        new AskEvent.Failed(ErrorCode.SATURATED, new Wording("忙", "Busy"), Optional.empty());
    answer.on(new AskEvent.Generating());
    answer.on(failed);
    answer.abandoned();

    assertThat(rendered).containsExactly(new AskEvent.Generating(), failed);
    assertThat(requests())
        .containsExactly(
            "rag_requests_total{dialect=\"text2sql\",method=\"query\",outcome=\"error\"} 1.0");
    assertThat(meters.text())
        .contains("rag_errors_total{code=\"saturated\",dialect=\"text2sql\"} 1.0");
  }

  @Test
  void tellsThatTheClientHasLeft() {
    answer.on(new AskEvent.Generating());
    answer.abandoned();

    assertThat(requests())
        .containsExactly(
            "rag_requests_total{dialect=\"text2sql\",method=\"query\",outcome=\"abandoned\"} 1.0");
  }

  private List<String> requests() {
    return meters.text().lines().filter(line -> line.startsWith("rag_requests_total")).toList();
  }
}
