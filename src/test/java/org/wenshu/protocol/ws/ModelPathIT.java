package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.WenshuDeployment;
import org.wenshu.llm.ModelCall;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;

/** What the built WAR makes of a language model, good and bad, through real sockets. */
class ModelPathIT extends WenshuDeployment {
  private static final String ANNOUNCEMENT = "语言模型不可用，改由内置语法生成：";
  private static final String GRAMMAR_KNOWS = "查询所有用户信息";

  private final ScriptedModelServer model = InContainerSession.model();

  /** A success also makes the server forget the failures of the test before. */
  @BeforeEach
  void awaitWorkingModel() throws InterruptedException {
    model.when("开门", ModelScript.sql("SELECT 1 AS n"));
    for (int attempt = 0; attempt < 100; attempt++) {
      JsonNode result = TestingSocket.result(answer("开门"));
      if (result.path("status").asText().equals("success")) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not become ready");
  }

  @AfterEach
  void forgetScripts() {
    model.reset();
  }

  @Test
  void showsTheModelRulesAndTheTablesTheQuestionIsAbout() throws InterruptedException {
    model.when("研发", ModelScript.sql("SELECT COUNT(*) AS n FROM `employees`"));

    answer("研发中心有多少员工");

    String system = model.requests().get(model.requests().size() - 1).system();
    assertThat(system).contains("CREATE TABLE `employees`", "只能是 SELECT");
  }

  @Test
  void runsTheSafeRewriteOfADangerousStatement() throws InterruptedException {
    model.when("危险", ModelScript.sql("DELETE FROM departments"), ModelScript.sql("SELECT 7 AS n"));

    List<String> answer = answer("危险");

    assertThat(answer).contains("SQL查询失败: 只允许执行只读查询", "重写后的SQL查询成功");
    assertThat(TestingSocket.result(answer).path("result").path(0).path("n").asInt()).isEqualTo(7);
  }

  static Stream<Arguments> outages() {
    return Stream.of(
        Arguments.of("down", ModelScript.status(503)),
        Arguments.of("wrong key", ModelScript.status(401)),
        Arguments.of("rate limited", ModelScript.status(429)),
        Arguments.of("a web page", ModelScript.webPage()),
        Arguments.of("cut before the statement", ModelScript.cutAfter("查询", "如下")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outages")
  void fallsBackToTheGrammarAndSaysSo(String name, ModelScript outage) throws InterruptedException {
    model.when(GRAMMAR_KNOWS, outage);

    List<String> answer = answer(GRAMMAR_KNOWS);

    String streamed = String.join("", answer.subList(2, answer.indexOf("DONE")));
    assertThat(streamed).contains(ANNOUNCEMENT, "SELECT");
    JsonNode result = TestingSocket.result(answer);
    assertThat(result.path("status").asText()).as("%s", answer).isEqualTo("success");
    assertThat(result.path("row_count").asInt()).isPositive();
  }

  @Test
  void repairsByTheGrammarWhenTheModelDiesInBetween() throws InterruptedException {
    model.when(
        GRAMMAR_KNOWS, ModelScript.sql("SELECT nonsense FROM users"), ModelScript.status(500));

    JsonNode result = TestingSocket.result(answer(GRAMMAR_KNOWS));

    assertThat(result.path("status").asText()).as("%s", result).isEqualTo("success");
    assertThat(result.path("rewritten").asBoolean()).isTrue();
    assertThat(result.path("generator").asText()).isEqualTo("grammar");
    assertThat(result.path("notice").asText()).contains("语言模型");
  }

  @Test
  void sparesQuestionsAModelKnownToBeDown() throws InterruptedException {
    model.when(GRAMMAR_KNOWS, ModelScript.status(500));
    for (int failure = 0; failure < 3; failure++) {
      answer(GRAMMAR_KNOWS);
    }
    int calls = model.requests().size();

    List<String> answer = answer(GRAMMAR_KNOWS);

    assertThat(model.requests()).hasSize(calls);
    assertThat(TestingSocket.result(answer).path("status").asText()).isEqualTo("success");
  }

  @Test
  void reportsTheModelsFailureWhenTheGrammarDoesNotKnowEither() throws InterruptedException {
    model.when("乌有", ModelScript.status(500));

    List<String> answer = answer("乌有之乡的天气如何");

    JsonNode result = TestingSocket.result(answer);
    assertThat(result.path("status").asText()).isEqualTo("error");
    assertThat(result.path("error").asText()).startsWith("查询处理失败: 语言模型");
  }

  @Test
  void cancelsTheCallWhenTheClientLeaves() throws InterruptedException {
    model.when("离开", ModelScript.hangAfter("稍等"));
    while (hasUntakenCall()) {
      // the calls of the warm-up are of no interest
    }
    try (TestingSocket socket = TestingSocket.open("")) {
      socket.ask("离开");
      ModelCall call = model.nextCall(Duration.ofSeconds(20));
      assertThat(call.awaitCallerLeft(Duration.ofMillis(200))).isFalse();

      socket.leave();

      assertThat(call.awaitCallerLeft(Duration.ofSeconds(10))).isTrue();
    }
  }

  private boolean hasUntakenCall() throws InterruptedException {
    try {
      model.nextCall(Duration.ZERO);
      return true;
    } catch (AssertionError none) {
      return false;
    }
  }

  private static List<String> answer(String question) throws InterruptedException {
    try (TestingSocket socket = TestingSocket.open("")) {
      return socket.ask(question).answer();
    }
  }
}
