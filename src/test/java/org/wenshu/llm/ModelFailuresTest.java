package org.wenshu.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

@Timeout(60)
class ModelFailuresTest {
  private final ScriptedModelServer server = ScriptedModelServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, MODEL_UNAVAILABLE",
    "401, MODEL_UNAVAILABLE",
    "404, MODEL_UNAVAILABLE",
    "429, MODEL_RATE_LIMITED",
    "500, MODEL_UNAVAILABLE",
    "503, MODEL_UNAVAILABLE",
    "504, MODEL_TIMED_OUT"
  })
  void statusBecomesAnEntryOfTheCatalogue(int status, ErrorCode expected) {
    server.otherwise(ModelScript.status(status));

    assertThat(failure().code()).isEqualTo(expected);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anAnswerThatBreaksOffIsUnavailable() {
    server.otherwise(ModelScript.cutAfter("SELECT"));

    assertThat(failure().wording().chinese()).isEqualTo("语言模型的回答中断");
  }

  @Test
  void anAnswerThatEndsEarlyIsUnavailable() {
    server.otherwise(
        call -> {
          call.begin();
          call.piece("SELECT");
          call.endWithoutMarker();
        });

    assertThat(failure().wording().english()).isEqualTo("The language model's answer broke off");
  }

  @Test
  void aWebPageIsNoStream() {
    server.otherwise(ModelScript.webPage());

    assertThat(failure().wording().english())
        .isEqualTo("The language model's answer is not the expected stream");
  }

  @Test
  void anEventThatIsNoJsonIsNoStream() {
    server.otherwise(
        call -> {
          call.begin();
          call.event("Hello!");
          call.end();
        });

    assertThat(failure().wording().english())
        .isEqualTo("The language model's answer is not the expected stream");
  }

  @Test
  void anErrorWithinTheStreamIsReported() {
    server.otherwise(
        call -> {
          call.begin();
          call.event("{\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"slow down\"}}");
        });

    assertThat(failure().code()).isEqualTo(ErrorCode.MODEL_RATE_LIMITED);
  }

  @Test
  void aModelThatHangsTimesOut() {
    server.otherwise(ModelScript.hangAfter("SELECT"));

    WenshuException failure = failureOf(server.baseUrl(), Duration.ofMillis(300));

    assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_TIMED_OUT);
  }

  @Test
  void aModelThatNeverAnswersTimesOut() {
    server.otherwise(ModelScript.hang());

    WenshuException failure = failureOf(server.baseUrl(), Duration.ofMillis(300));

    assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_TIMED_OUT);
  }

  @Test
  void anAddressWhereNobodyListensIsUnavailable() {
    URI address = server.baseUrl();
    server.close();

    WenshuException failure = failureOf(address, Duration.ofSeconds(10));

    assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
    assertThat(failure.wording().english()).doesNotContain("127.0.0.1");
  }

  @Test
  void aConnectionThatIsNotMadeInTimeTimesOut() throws IOException {
    try (DeafServer full = DeafServer.full()) {
      LlmConfig config =
          new LlmConfig(
              full.url("http"),
              Optional.empty(),
              "test-model",
              0,
              Duration.ofSeconds(50),
              Duration.ofMillis(300));

      assertThat(failureOf(config).code()).isEqualTo(ErrorCode.MODEL_TIMED_OUT);
    }
  }

  @Test
  void noMessageHoldsTheKey() {
    server.otherwise(ModelScript.status(401));

    assertThat(failure()).message().doesNotContain("secret-key");
  }

  private WenshuException failure() {
    return failureOf(server.baseUrl(), Duration.ofSeconds(10));
  }

  private static WenshuException failureOf(URI address, Duration timeout) {
    LlmConfig config =
        new LlmConfig(
            address, Optional.of("secret-key"), "test-model", 0, timeout, Duration.ofSeconds(2));
    return failureOf(config);
  }

  private static WenshuException failureOf(LlmConfig config) {
    try (OpenAiChatModel model = new OpenAiChatModel(config)) {
      return catchThrowableOfType(
          WenshuException.class,
          () ->
              model.answer(
                  "rules",
                  "question",
                  piece -> {},
                  Deadline.after(Duration.ofSeconds(30)),
                  new Cancellation()));
    }
  }
}
