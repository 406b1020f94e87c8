package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.TestingDatabase;
import org.wenshu.WenshuDeployment;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.llm.Gate;
import org.wenshu.llm.ModelCall;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.security.jwt.TestingIssuer;

/** The text2sql stream of the built WAR, through real sockets. */
class Text2SqlIT extends WenshuDeployment {
  private static final String S1 = "正在处理查询请求...";
  private static final String S2 = "正在调用text2sql模型生成SQL语句...";
  private static final String S6 = "正在执行SQL查询...";
  private static final Duration BRIEFLY = Duration.ofMillis(300);

  private final ScriptedModelServer model = InContainerSession.model();

  /** Answers come once the catalogue has been scanned. */
  @BeforeAll
  static void awaitCatalogue() throws InterruptedException {
    InContainerSession.model().when("开门", ModelScript.sql("SELECT 1 AS n"));
    for (int attempt = 0; attempt < 100; attempt++) {
      try (TestingSocket socket = TestingSocket.open("")) {
        JsonNode result = TestingSocket.result(socket.ask("开门").answer());
        if (result.path("status").asText().equals("success")) {
          return;
        }
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
  void answersWithRows() throws InterruptedException {
    model.when("多少部门", ModelScript.pieces("如下：\n", "```sql\n", "SELECT 1 AS ", "`数`", "\n", "```"));
    try (TestingSocket socket = TestingSocket.open("")) {
      assertThat(socket.nextWithin(BRIEFLY)).as("nothing unsolicited").isNull();

      List<String> answer = socket.ask("有多少部门").answer();

      int done = answer.indexOf("DONE");
      assertThat(answer.subList(0, 2)).containsExactly(S1, S2);
      assertThat(String.join("", answer.subList(2, done)))
          .isEqualTo("如下：\n```sql\nSELECT 1 AS `数`\n```");
      assertThat(answer.subList(2, done)).contains("```sql\n", "```");
      assertThat(answer.subList(done, answer.size()))
          .hasSize(6)
          .startsWith("DONE", "最终SQL语句: SELECT 1 AS `数`", S6, "SQL查询成功，结果行数: 1")
          .endsWith("FLAG_DONE");
      assertThat(answer.get(done + 4))
          .startsWith(
              "{\"type\":\"query_result\",\"status\":\"success\",\"query\":\"有多少部门\","
                  + "\"sql\":\"SELECT 1 AS `数`\",\"result\":[{\"数\":1}],\"row_count\":1,"
                  + "\"timestamp\":\"");
    }
  }

  @Test
  void forwardsTheFirstPieceBeforeTheModelSendsTheSecond() throws InterruptedException {
    Gate gate = new Gate();
    model.when("先看", ModelScript.gated(gate, "SELECT 1", " AS n"));
    try (TestingSocket socket = TestingSocket.open("")) {
      socket.ask("先看一步");
      assertThat(List.of(socket.next(), socket.next())).containsExactly(S1, S2);
      assertThat(socket.next()).isEqualTo("SELECT ");

      gate.open();

      assertThat(TestingSocket.result(socket.answer()).path("row_count").asInt()).isEqualTo(1);
    }
  }

  @Test
  void recordsEveryQuestion() throws InterruptedException, SQLException {
    model.when("记录甲", ModelScript.sql("SELECT 42 AS n"));
    model.when("记录乙", ModelScript.sql("DELETE FROM users"), ModelScript.sql("DELETE FROM users"));
    try (TestingSocket socket = TestingSocket.open("")) {
      socket.ask("记录甲").answer();
      socket.ask("记录乙").answer();
    }
    await(
        "the answer is recorded",
        () -> AuditRows.of("记录甲").matches("tester\\|ANSWERED\\|SELECT .*42 AS .* LIMIT 1001\\|1"));
    await("the refusal is recorded", () -> AuditRows.of("记录乙").equals("tester|REFUSED"));
  }

  @Test
  void obeysTheRulesOfTheStore() throws InterruptedException, SQLException {
    String star = "SELECT * FROM employees ORDER BY id LIMIT 1";
    model.when("员工一", ModelScript.sql(star));
    model.when("行情一", ModelScript.sql("SELECT id FROM ticks LIMIT 1"));
    model.when("部门一", ModelScript.sql("SELECT id FROM departments ORDER BY id"));
    try (TestingSocket socket = TestingSocket.open("")) {
      assertThat(TestingSocket.result(socket.ask("员工一").answer()).findValue("salary").asInt())
          .isPositive();
      StoredRules rules =
          StoredRules.about(
              "tester",
              "MASK_COLUMN|employees|salary|",
              "DENY_COLUMN|employees|hire_date|",
              "FILTER_ROWS|departments||id = 2",
              "DENY_TABLE|ticks||");
      try {
        await(
            "the rules are in force",
            () -> TestingSocket.result(socket.ask("员工一").answer()).findValue("salary").isNull());
        assertThat(TestingSocket.result(socket.ask("员工一").answer()).findValue("hire_date"))
            .isNull();
        assertThat(TestingSocket.result(socket.ask("部门一").answer()).findValuesAsText("id"))
            .containsExactly("2");
        assertThat(TestingSocket.result(socket.ask("行情一").answer()).path("error").asText())
            .contains("Table 'ticks' doesn't exist");
        String prompt = model.requests().get(model.requests().size() - 1).body().toString();
        assertThat(prompt).contains("salary").doesNotContain("hire_date", "CREATE TABLE `ticks`");
      } finally {
        rules.delete();
      }
      await(
          "the rules are gone",
          () -> !TestingSocket.result(socket.ask("员工一").answer()).findValue("salary").isNull());
    }
  }

  @Test
  void knowsTheCallerOfASignedToken() throws InterruptedException, SQLException {
    model.when("谁在问", ModelScript.sql("SELECT 43 AS n"));
    String token = InContainerSession.issuer().token(TestingIssuer.claims("token-bearer"));
    try (TestingSocket socket = TestingSocket.openWith(token)) {
      socket.ask("谁在问").answer();
    }
    await("the caller is recorded", () -> AuditRows.of("谁在问").startsWith("token-bearer|ANSWERED|"));
    String expired = InContainerSession.issuer().token(TestingIssuer.expired("token-bearer"));
    assertThat(TestingSocket.handshakeStatus("?token=" + expired)).isEqualTo(401);
    assertThat(TestingSocket.handshakeStatus("", "Authorization", "Bearer " + token))
        .isEqualTo(101);
  }

  @Test
  void repairsAStatementThatTheDatabaseRejects() throws InterruptedException {
    model.when(
        "坏列",
        ModelScript.text("SELECT nonsense FROM departments"),
        ModelScript.text("SELECT 2 AS n"));
    try (TestingSocket socket = TestingSocket.open("")) {
      List<String> answer = socket.ask("坏列").answer();

      List<String> after = answer.subList(answer.indexOf(S6), answer.size());
      assertThat(after.get(1)).startsWith("SQL查询失败: ");
      assertThat(after.subList(2, 7))
          .containsExactly(
              "正在尝试重写SQL语句...",
              "模型重写的SQL内容: SELECT 2 AS n",
              "重写后的SQL语句: SELECT 2 AS n",
              "正在执行重写后的SQL查询...",
              "重写后的SQL查询成功");
      assertThat(after).hasSize(9).endsWith("FLAG_DONE");
      JsonNode result = TestingSocket.result(answer);
      assertThat(result.path("rewritten").asBoolean()).isTrue();
      assertThat(result.path("original_sql").asText())
          .isEqualTo("SELECT nonsense FROM departments");
    }
  }

  @Test
  void givesUpAfterOneRepair() throws InterruptedException {
    model.when("一直坏", ModelScript.text("SELECT nonsense FROM departments"));
    try (TestingSocket socket = TestingSocket.open("")) {
      List<String> answer = socket.ask("一直坏").answer();

      assertThat(answer).filteredOn(f -> f.startsWith("模型重写的SQL内容: ")).hasSize(1);
      String last = answer.get(answer.size() - 3);
      assertThat(last).startsWith("重写后的SQL查询仍然失败: ");
      JsonNode result = TestingSocket.result(answer);
      assertThat(result.path("status").asText()).isEqualTo("error");
      assertThat(result.path("error").asText()).isEqualTo(last);
      assertThat(result.path("last_sql").asText()).isEqualTo("SELECT nonsense FROM departments");
    }
  }

  @Test
  void refusesStatementsThatWriteAndChangesNothing() throws InterruptedException, SQLException {
    long before = count("SELECT COUNT(*) FROM departments");
    model.when("删库", ModelScript.text("DELETE FROM departments"));
    try (TestingSocket socket = TestingSocket.open("")) {
      List<String> answer = socket.ask("删库").answer();

      assertThat(TestingSocket.result(answer).path("status").asText()).isEqualTo("error");
    }
    assertThat(count("SELECT COUNT(*) FROM departments")).isEqualTo(before);
  }

  @Test
  void reportsGenerationWithoutAStatement() throws InterruptedException {
    model.when("闲聊", ModelScript.text("你好，很高兴见到你。"));
    try (TestingSocket socket = TestingSocket.open("")) {
      List<String> answer = socket.ask("闲聊").answer();

      assertThat(answer).containsSubsequence(S1, S2, "DONE", "SQL语句生成失败");
      assertThat(answer).noneMatch(f -> f.startsWith("查询处理过程中发生异常"));
      JsonNode result = TestingSocket.result(answer);
      assertThat(result.path("error").asText()).isEqualTo("SQL语句生成失败");
      assertThat(result.path("reason").asText()).isNotBlank();
    }
  }

  @Test
  void neverSendsTextThatClientsTakeForControl() throws InterruptedException {
    String text = "SELECT 'DONE' AS a, '异常' AS b, '查询失败' AS c, '最终SQL语句:' AS d";
    model.when(
        "怪话",
        ModelScript.pieces(
            "SELECT '", "DONE", "' AS a, '异常' AS b,", " '查询失败' AS c, '", "最终SQL语句:", "' AS d"));
    try (TestingSocket socket = TestingSocket.open("")) {
      List<String> answer = socket.ask("怪话").answer();

      int done = answer.indexOf("DONE");
      List<String> chunks = answer.subList(2, done);
      assertThat(String.join("", chunks)).isEqualTo(text);
      assertThat(chunks)
          .noneMatch(c -> c.contains("异常") || c.contains("查询失败") || c.contains("最终SQL语句"));
      assertThat(answer.get(answer.size() - 2)).doesNotContain("异常", "查询失败", "最终SQL语句:");
      assertThat(TestingSocket.result(answer).path("result").path(0).path("b").asText())
          .isEqualTo("异常");
    }
  }

  @Test
  void sendsWhatTheClientChose() throws InterruptedException {
    model.when("选择", ModelScript.pieces("SELECT ", "1 AS n"));
    String request = "{\"type\":\"query\",\"query\":\"选择\"";
    try (TestingSocket socket = TestingSocket.open("&stream=cumulative")) {
      List<String> growing = socket.send(request + "}").answer();
      assertThat(growing.get(growing.indexOf("DONE") - 1)).isEqualTo("SELECT 1 AS n");
      List<String> silent = socket.send(request + ",\"stream\":\"none\",\"id\":\"q8\"}").answer();
      assertThat(silent.subList(0, 3)).containsExactly(S1, S2, "DONE");
      assertThat(TestingSocket.result(silent).path("id").asText()).isEqualTo("q8");
      String last = "SQL查询成功，结果行数: 1";
      assertThat(socket.send(request + ",\"profile\":1}").until(last)).endsWith(last);
      assertThat(socket.nextWithin(BRIEFLY)).isNull();
    }
  }

  @Test
  void answersZeroRowsWithSuccess() throws InterruptedException {
    model.when("没有行", ModelScript.text("SELECT name FROM departments WHERE 1 = 0"));
    try (TestingSocket socket = TestingSocket.open("")) {
      List<String> answer = socket.ask("没有行").answer();

      assertThat(answer).contains("SQL查询成功，结果行数: 0");
      assertThat(TestingSocket.result(answer).path("result").isArray()).isTrue();
      assertThat(TestingSocket.result(answer).path("row_count").asInt(-1)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | 请求不是有效的JSON",
        "[1] | 请求必须是JSON对象",
        "{\"query\":\"x\"} | 不支持的消息类型: null",
        "{\"type\":\"other\",\"query\":\"x\"} | 不支持的消息类型: other"
      })
  void answersWhatIsNoQuestionAndStaysUsable(String message, String error)
      throws InterruptedException {
    model.when("还在", ModelScript.text("SELECT 1 AS n"));
    try (TestingSocket socket = TestingSocket.open("")) {
      List<String> answer = socket.send(message).answer();

      assertThat(answer).hasSize(2);
      assertThat(TestingSocket.result(answer).path("error").asText()).isEqualTo(error);
      assertThat(socket.ask("还在").answer()).contains("SQL查询成功，结果行数: 1");
    }
  }

  @Test
  void answersQuestionsThatCannotBeAsked() throws InterruptedException {
    try (TestingSocket socket = TestingSocket.open("")) {
      List<String> empty = socket.ask("  ").answer();
      assertThat(empty.subList(0, 3)).containsExactly(S1, "DONE", "SQL语句生成失败");
      assertThat(TestingSocket.result(empty).path("error").asText()).isEqualTo("查询内容不能为空");
      List<String> tooLong = socket.ask("长".repeat(9000)).answer();
      assertThat(tooLong).hasSize(5);
      assertThat(TestingSocket.result(tooLong).path("error").asText()).isEqualTo("查询内容过长");
    }
  }

  @Test
  void takesBinaryFramesThatHoldText() throws InterruptedException {
    model.when("二进制", ModelScript.text("SELECT 1 AS n"));
    try (TestingSocket socket = TestingSocket.open("")) {
      String request = "{\"type\":\"query\",\"query\":\"二进制\"}";
      assertThat(socket.sendBinary(request.getBytes(StandardCharsets.UTF_8)).answer())
          .contains("SQL查询成功，结果行数: 1");
      List<String> answer = socket.sendBinary(new byte[] {1, 2, (byte) 0xfe}).answer();
      assertThat(TestingSocket.result(answer).path("error").asText()).isEqualTo("请求不是有效的JSON");
    }
  }

  @Test
  void survivesOddQuestions() throws InterruptedException {
    model.otherwise(ModelScript.text("我不能回答。"));
    try (TestingSocket socket = TestingSocket.open("")) {
      for (String question : List.of("😀😀", "SELECT * FROM users; DROP TABLE users", "今天天气怎么样")) {
        List<String> answer = socket.ask(question).answer();
        JsonNode result = TestingSocket.result(answer);
        assertThat(result.path("query").asText()).isEqualTo(question);
        assertThat(result.path("error").asText()).as("%s", answer).isEqualTo("SQL语句生成失败");
      }
    }
  }

  @Test
  void closesAConnectionThatSendsTooMuchAtOnce() throws InterruptedException {
    try (TestingSocket socket = TestingSocket.open("")) {
      socket.send("x".repeat((1 << 20) + 1));

      assertThat(socket.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void answersManyQuestionsInOrder() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      model.when("第" + i, ModelScript.text("SELECT " + i + " AS n"));
    }
    try (TestingSocket socket = TestingSocket.open("")) {
      for (int i = 0; i < 3; i++) {
        assertThat(number(socket.ask("第" + i).answer())).isEqualTo(i);
      }
      for (int i = 0; i < 3; i++) {
        socket.ask("第" + i);
      }
      for (int i = 0; i < 3; i++) {
        List<String> answer = socket.answer();
        assertThat(answer).startsWith(S1, S2).containsOnlyOnce(S1);
        assertThat(number(answer)).isEqualTo(i);
      }
    }
  }

  @Test
  void refusesMoreQuestionsThanMayWait() throws InterruptedException {
    Gate gate = new Gate();
    model.when("等待", ModelScript.gated(gate, "SELECT", " 1 AS n"));
    try (TestingSocket socket = TestingSocket.open("")) {
      for (int i = 0; i < 10; i++) {
        socket.ask("等待");
      }
      Thread.sleep(BRIEFLY.toMillis());
      gate.open();
      for (int i = 0; i < 9; i++) {
        assertThat(number(socket.answer())).isEqualTo(1);
      }
      List<String> refused = socket.answer();
      assertThat(refused).hasSize(2);
      assertThat(TestingSocket.result(refused).path("error").asText()).isEqualTo("服务器繁忙，请稍后重试");
    }
  }

  @Test
  void answersTenConnectionsWhileOneIsSlow() throws InterruptedException {
    Gate gate = new Gate();
    model.when("慢", ModelScript.gated(gate, "SELECT", " 1 AS n"));
    model.when("快", ModelScript.text("SELECT 7 AS n"));
    List<TestingSocket> sockets = new ArrayList<>();
    try (TestingSocket slow = TestingSocket.open("")) {
      slow.ask("慢");
      IntStream.range(0, 10).forEach(i -> sockets.add(TestingSocket.open("").ask("快")));
      for (TestingSocket socket : sockets) {
        assertThat(number(socket.answer())).isEqualTo(7);
      }
      gate.open();
      assertThat(number(slow.answer())).isEqualTo(1);
    } finally {
      sockets.forEach(TestingSocket::close);
    }
  }

  @Test
  void stopsTheModelWhenTheClientLeaves() throws InterruptedException {
    model.when("走开", ModelScript.hangAfter("SELECT", " 1"));
    try (TestingSocket socket = TestingSocket.open("")) {
      socket.ask("走开").until(S2);
      socket.next();
    }
    ModelCall call = model.nextCall(Duration.ofSeconds(5));
    assertThat(call.awaitCallerLeft(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void killsTheStatementWhenTheClientLeaves() throws InterruptedException, SQLException {
    model.when("慢查询", ModelScript.text(RunningStatements.slow("deserted")));
    try (TestingSocket socket = TestingSocket.open("")) {
      socket.ask("慢查询").until(S6);
      RunningStatements.awaitBegun("deserted");
    }
    RunningStatements.awaitGone("deserted");
  }

  @Test
  void holdsTheEndOfGenerationForBrowsers() throws InterruptedException, SQLException {
    model.when("浏览器", ModelScript.text(RunningStatements.slow("held")));
    try (TestingSocket browser = TestingSocket.openFrom("http://localhost:3000")) {
      browser.ask("浏览器");
      RunningStatements.awaitBegun("held");
      List<String> before = new ArrayList<>();
      for (String f = browser.nextWithin(BRIEFLY); f != null; f = browser.nextWithin(BRIEFLY)) {
        before.add(f);
      }
      assertThat(before).startsWith(S1, S2).doesNotContain("DONE", S6);
    }
    RunningStatements.awaitGone("held");
  }

  @Test
  void letsGoOfAClientThatDoesNotRead() throws InterruptedException {
    model.when("很多行", ModelScript.text(sevenMegabytes()));
    model.when("别人", ModelScript.text("SELECT 1 AS n"));
    try (TestingSocket stalled = TestingSocket.openWithoutReading();
        TestingSocket other = TestingSocket.open("")) {
      for (int i = 0; i < 9; i++) {
        stalled.ask("很多行");
      }
      assertThat(number(other.ask("别人").answer())).isEqualTo(1);
      Thread.sleep(8000);
      assertThat(number(other.ask("别人").answer())).isEqualTo(1);
      stalled.readOn();
      assertThat(stalled.closeCode()).isIn(1013, 1006);
    }
  }

  @Test
  void refusesHandshakesWithAStatus() throws Exception {
    assertThat(TestingSocket.handshakeStatus("")).isEqualTo(401);
    assertThat(TestingSocket.handshakeStatus("?token=wrong")).isEqualTo(401);
    String token = InContainerSession.TOKEN;
    assertThat(TestingSocket.handshakeStatus("", "Authorization", "Bearer " + token))
        .isEqualTo(101);
    assertThat(TestingSocket.handshakeStatus("", "X-API-Key", token)).isEqualTo(101);
    URI plain = URI.create("http://127.0.0.1:" + InContainerSession.port() + "/ws");
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(plain).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(426);
  }

  @Test
  void refusesConnectionsBeyondTheLimit() throws InterruptedException, SQLException {
    String search = "?token=" + InContainerSession.TOKEN;
    List<TestingSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        sockets.add(TestingSocket.open(""));
      }
      await("all places are taken", () -> TestingSocket.handshakeStatus(search) == 503);
    } finally {
      sockets.forEach(TestingSocket::close);
    }
    await("places are free again", () -> TestingSocket.handshakeStatus(search) == 101);
  }

  @Test
  void fallsBackToTheGrammarWhenTheModelIsDown() throws InterruptedException {
    model.otherwise(ModelScript.status(500));
    try (TestingSocket socket = TestingSocket.open("")) {
      List<String> answer = socket.ask("查询所有用户信息").answer();

      JsonNode result = TestingSocket.result(answer);
      assertThat(result.path("status").asText()).as("%s", answer).isEqualTo("success");
      assertThat(result.path("generator").asText()).isEqualTo("grammar");
      assertThat(result.path("notice").asText()).isNotBlank();
      assertThat(result.path("row_count").asInt()).isPositive();
    }
  }

  private static int number(List<String> answer) {
    JsonNode result = TestingSocket.result(answer);
    assertThat(result.path("status").asText()).as("%s", answer).isEqualTo("success");
    return result.path("result").path(0).path("n").asInt(-1);
  }

  private static String sevenMegabytes() {
    return IntStream.range(0, 8)
        .mapToObj(i -> "REPEAT('x', 1000) AS c" + i)
        .collect(Collectors.joining(", ", "SELECT ", " FROM project_hours LIMIT 900"));
  }

  private static long count(String sql) throws SQLException {
    try (Connection connection = TestingDatabase.connectAsRoot(DemoData.SCHEMA);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void await(String what, Condition condition)
      throws InterruptedException, SQLException {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private interface Condition {
    boolean holds() throws SQLException, InterruptedException;
  }
}
