package org.wenshu.protocol.rag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.WenshuDeployment;
import org.wenshu.llm.Gate;
import org.wenshu.llm.ModelCall;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;
import org.wenshu.security.jwt.TestingIssuer;

/** The RAG query protocol of the built WAR, through real sockets. */
class RagIT extends WenshuDeployment {
  private static final Duration BRIEFLY = Duration.ofMillis(300);

  private final ScriptedModelServer model = InContainerSession.model();

  /** Answers come once the catalogue has been scanned, and the model is not left alone any more. */
  @BeforeEach
  void awaitCatalogue() throws InterruptedException {
    InContainerSession.model().when("开门", ModelScript.sql("SELECT 1 AS n"));
    for (int attempt = 0; attempt < 100; attempt++) {
      try (RagSocket socket = RagSocket.authenticated()) {
        if (socket.ask("开门" + System.nanoTime(), "{}").has("result")) {
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
  void playsTheGoldenExchange() throws InterruptedException {
    model.when("统计用户总数", ModelScript.sql("SELECT COUNT(*) AS total_users FROM users"));
    try (RagSocket socket = RagSocket.open()) {
      assertThat(socket.nextWithin(BRIEFLY)).as("nothing unsolicited").isNull();
      JsonNode negotiated =
          socket.call("protocol.negotiate", "{\"versions\":[\"1.0.0\"]}").path("result");
      assertThat(negotiated.path("version").asText()).isEqualTo("1.0.0");
      assertThat(negotiated.path("supported_versions").toString()).isEqualTo("[\"1.0.0\"]");
      JsonNode welcome =
          socket
              .call("auth.authenticate", "{\"token\":\"Bearer " + InContainerSession.TOKEN + "\"}")
              .path("result");
      assertThat(welcome.path("success").isBoolean()).isTrue();
      assertThat(welcome.path("user").path("username").isTextual()).isTrue();
      assertThat(welcome.path("user").path("permissions").isArray()).isTrue();
      JsonNode session =
          socket.call("session.create", "{\"user_id\":\"test-user\"}").path("result");
      assertThat(session.path("user_id").asText()).isEqualTo("test-user");
      assertThat(session.path("session_id").asText()).hasSizeGreaterThanOrEqualTo(22);
      assertThat(session.path("expires_at").asText())
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

      String id =
          socket.send(
              "query.execute",
              "{\"query\":\"统计用户总数\",\"session_id\":\""
                  + session.path("session_id").asText()
                  + "\",\"options\":{\"limit\":20,\"explain\":false,\"optimize\":true}}");
      JsonNode answer = socket.answer(id);

      assertThat(answer.has("error")).isFalse();
      JsonNode result = answer.path("result");
      assertThat(result.path("success").asBoolean()).isTrue();
      assertThat(result.path("data")).hasSize(1);
      assertThat(result.path("data").path(0).path("total_users").isIntegralNumber()).isTrue();
      assertThat(result.path("sql").asText()).containsIgnoringCase("LIMIT 20");
      assertThat(result.path("explanation").asText()).isNotBlank();
      assertThat(result.path("suggestions").isArray()).isTrue();
      JsonNode metadata = result.path("metadata");
      assertThat(metadata.path("execution_time").isIntegralNumber()).isTrue();
      assertThat(metadata.path("row_count").asInt()).isEqualTo(1);
      assertThat(metadata.path("affected_rows").asInt(-1)).isZero();
      assertThat(metadata.path("query_plan").asText("-")).isEmpty();
      assertThat(metadata.path("warnings").isArray()).isTrue();
      assertThat(metadata.path("cache_hit").isBoolean()).isTrue();
      assertThat(metadata.path("execution_time_text").asText()).matches("\\d+\\.\\d{3}s");
    }
  }

  @Test
  void limitsAndRendersRows() throws InterruptedException {
    model.when(
        "所有员工",
        ModelScript.sql(
            "SELECT id, name AS 姓名, 9007199254740993 AS big, id FROM employees ORDER BY id"));
    try (RagSocket socket = RagSocket.authenticated()) {
      JsonNode first = socket.ask("所有员工", "{\"limit\":3}").path("result");
      assertThat(first.path("data")).hasSize(3);
      assertThat(first.path("data").path(0).path("big").asText()).isEqualTo("9007199254740993");
      assertThat(first.path("data").path(0).path("big").isTextual()).isTrue();
      assertThat(first.path("data").path(0).has("id_2")).isTrue();
      JsonNode second = socket.ask("所有员工", "{\"limit\":2,\"offset\":1}").path("result");
      assertThat(second.path("data").path(0).path("id"))
          .isEqualTo(first.path("data").path(1).path("id"));
      assertThat(second.path("sql").asText()).containsIgnoringCase("OFFSET 1");
      JsonNode csv = socket.ask("所有员工", "{\"limit\":2,\"format\":\"csv\"}").path("result");
      assertThat(csv.path("formatted").asText()).startsWith("id,姓名,big,id_2\n");
      assertThat(csv.path("data").isArray()).isTrue();
      JsonNode table = socket.ask("所有员工", "{\"limit\":2,\"format\":\"table\"}").path("result");
      assertThat(table.path("format").asText()).isEqualTo("table");
      assertThat(table.path("formatted").asText()).startsWith("| id");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "query.execute|{}|-32602|query",
        "query.execute|{\"query\":\"  \"}|-32602|query",
        "query.execute|{\"query\":\"x\",\"options\":{\"limit\":1001}}|-32602|options.limit",
        "query.execute|{\"query\":\"x\",\"options\":{\"format\":\"xml\"}}|-32602|options.format",
        "query.execute|{\"query\":\"x\",\"options\":{\"timeout\":301}}|-32602|options.timeout",
        "query.execute|{\"query\":\"x\",\"options\":{\"offset\":-1}}|-32602|options.offset",
        "query.execute|[1]|-32602|params",
        "query.execute|{\"query\":\"x\",\"session_id\":\"nobody-has-such-an-id\"}|-31100|session_id",
        "query.suggest|{}|-32602|partial",
        "schema.info|{\"table\":\"no_such_table\"}|-31401|similar_tables",
        "schema.search|{\"query\":\"x\",\"limit\":101}|-32602|limit",
        "session.get|{}|-32602|session_id",
        "session.destroy|{\"session_id\":\"nobody-has-such-an-id\"}|-31100|possible_reasons",
        "protocol.negotiate|{}|-32602|versions",
        "protocol.negotiate|{\"versions\":[\"2.0.0\",\"nonsense\"]}|-32001|supported_versions",
        "auth.authenticate|{\"token\":5}|-32602|token",
        "auth.authenticate|{\"token\":\"\"}|-31000|token_missing",
        "auth.authenticate|{\"token\":\"wrong\"}|-31000|token_malformed",
        "query.foo|{}|-32601|available_methods"
      })
  void tellsWhatIsWrong(String method, String params, int code, String detail)
      throws InterruptedException {
    try (RagSocket socket = RagSocket.authenticated()) {
      JsonNode answer = socket.call(method, params);

      assertThat(answer.has("result")).isFalse();
      assertThat(answer.path("type").asText()).isEqualTo("response");
      assertThat(answer.path("error").path("code").asInt()).isEqualTo(code);
      assertThat(answer.path("error").path("message").asText()).isNotBlank();
      assertThat(answer.path("error").path("data").toString()).contains('"' + detail + '"');
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "hello|-32700|error",
        "[1]|-32600|error",
        "{\"type\":\"request\",\"id\":7,\"method\":\"version\"}|-32600|error",
        "{\"type\":\"request\",\"id\":\"a\"}|-32600|a"
      })
  void answersWhatIsNoRequestAndStaysUsable(String message, int code, String id)
      throws InterruptedException {
    try (RagSocket socket = RagSocket.open()) {
      socket.sendText("{\"type\":\"notification\",\"method\":\"heartbeat\"}");
      JsonNode answer = socket.sendText(message).next();
      assertThat(answer.path("error").path("code").asInt()).isEqualTo(code);
      assertThat(answer.path("id").asText()).isEqualTo(id);
      assertThat(socket.call("health", "{}").path("result").path("status").asText())
          .isEqualTo("healthy");
      byte[] binary =
          "{\"type\":\"request\",\"id\":\"b\",\"method\":\"version\"}"
              .getBytes(StandardCharsets.UTF_8);
      assertThat(socket.sendBinary(binary).answer("b").path("result").has("version")).isTrue();
      assertThat(socket.nextWithin(BRIEFLY)).isNull();
    }
  }

  @Test
  void asksWhoCallsBeforeAllElse() throws InterruptedException {
    try (RagSocket socket = RagSocket.open()) {
      for (String method : List.of("session.create", "query.execute", "schema.info")) {
        JsonNode error = socket.call(method, "{\"query\":\"x\"}").path("error");
        assertThat(error.path("code").asInt()).as(method).isEqualTo(-31000);
        assertThat(error.path("data").path("reason").asText()).isEqualTo("not_authenticated");
      }
      String expired = InContainerSession.issuer().token(TestingIssuer.expired("li"));
      JsonNode error =
          socket.call("auth.authenticate", "{\"token\":\"" + expired + "\"}").path("error");
      assertThat(error.path("data").path("reason").asText()).isEqualTo("token_expired");
      assertThat(error.path("data").path("expired_at").isTextual()).isTrue();
      String token = InContainerSession.issuer().token(TestingIssuer.claims("li"));
      JsonNode welcome = socket.call("auth.authenticate", "{\"token\":\"" + token + "\"}");
      assertThat(welcome.path("result").path("expires_at").isTextual()).isTrue();
      assertThat(socket.call("session.create", "{}").has("result")).isTrue();
    }
  }

  @Test
  void tellsForbiddenTablesFromUnknownOnes() throws InterruptedException {
    String token =
        InContainerSession.issuer()
            .token(
                TestingIssuer.claims("narrow").claim("permissions", List.of("table:users:read")));
    model.when("员工薪水", ModelScript.sql("SELECT salary FROM employees"));
    model.when("没有的表", ModelScript.sql("SELECT 1 FROM no_such_table"));
    try (RagSocket socket = RagSocket.authenticated(token)) {
      JsonNode forbidden = socket.ask("员工薪水", "{}").path("error");
      assertThat(forbidden.path("code").asInt()).as("%s", forbidden).isEqualTo(-31001);
      assertThat(forbidden.path("data").path("user_permissions").toString())
          .contains("table:users:read");
      assertThat(socket.call("schema.info", "{\"table\":\"users\"}").path("result").has("table"))
          .isTrue();
      assertThat(
              socket
                  .call("schema.info", "{\"table\":\"employees\"}")
                  .path("error")
                  .path("code")
                  .asInt())
          .isEqualTo(-31001);
      assertThat(socket.call("schema.info", "{}").path("result").path("tables")).hasSize(1);
    }
    try (RagSocket socket = RagSocket.authenticated()) {
      JsonNode unknown = socket.ask("没有的表", "{}").path("error");
      assertThat(unknown.path("code").asInt()).as("%s", unknown).isEqualTo(-31401);
      assertThat(unknown.path("data").path("category_code").asInt()).isEqualTo(-31005);
    }
  }

  @Test
  void tellsWhyThereIsNoAnswer() throws InterruptedException {
    model.when("无效查询", ModelScript.text("这不是问题。"));
    model.when("删除", ModelScript.sql("DELETE FROM users"));
    model.when("坏列", ModelScript.sql("SELECT nonsense FROM users"));
    model.when("没完", ModelScript.hang());
    try (RagSocket socket = RagSocket.authenticated()) {
      JsonNode unclear = socket.ask("无效查询", "{}").path("error");
      assertThat(unclear.path("code").asInt()).as("%s", unclear).isEqualTo(-31300);
      assertThat(unclear.path("data").path("suggestions").isArray()).isTrue();
      assertThat(unclear.path("data").path("category_code").asInt()).isEqualTo(-31006);
      JsonNode unsafe = socket.ask("删除用户", "{}").path("error");
      assertThat(unsafe.path("code").asInt()).as("%s", unsafe).isEqualTo(-31302);
      assertThat(unsafe.path("data").path("violation").asText()).isEqualTo("read-only");
      JsonNode rejected = socket.ask("坏列", "{}").path("error");
      assertThat(rejected.path("code").asInt()).as("%s", rejected).isIn(-31201, -31302);
      JsonNode late = socket.ask("没完没了", "{\"timeout\":2}").path("error");
      assertThat(late.path("code").asInt()).as("%s", late).isEqualTo(-32002);
      assertThat(late.path("data").path("timeout").asInt()).isEqualTo(2);
      assertThat(late.path("data").path("stage").asText()).isEqualTo("llm");
    }
  }

  @Test
  void explainsWithoutAsking() throws InterruptedException {
    model.when("所有用户", ModelScript.sql("SELECT id, name FROM users"));
    try (RagSocket socket = RagSocket.authenticated()) {
      JsonNode result = socket.call("query.explain", "{\"query\":\"查询所有用户信息\"}").path("result");
      assertThat(result.path("intent").asText()).as("%s", result).isNotBlank();
      assertThat(result.path("tables").toString()).contains("users");
      assertThat(result.path("complexity").asText()).isIn("simple", "medium", "complex");
      for (String list : List.of("columns", "conditions", "operations", "suggestions")) {
        assertThat(result.path(list).isArray()).as(list).isTrue();
      }
      assertThat(result.path("sql").asText()).startsWith("SELECT");
    }
  }

  @Test
  void suggestsAndDescribesWithoutAModel() throws InterruptedException {
    try (RagSocket socket = RagSocket.authenticated()) {
      for (String partial : List.of("查询用户", "查询", "")) {
        JsonNode result =
            socket
                .call("query.suggest", "{\"partial\":\"" + partial + "\",\"limit\":3}")
                .path("result");
        assertThat(result.path("suggestions").size()).as(partial).isBetween(1, 3);
        assertThat(result.path("suggestions").path(0).isTextual()).isTrue();
      }
      JsonNode table =
          socket.call("schema.info", "{\"table\":\"users\"}").path("result").path("table");
      assertThat(table.path("name").asText()).isEqualTo("users");
      assertThat(table.path("columns").path(0).path("is_primary_key").isBoolean()).isTrue();
      assertThat(table.path("relationships").isArray()).isTrue();
      JsonNode bare =
          socket
              .call("schema.info", "{\"table\":\"users\",\"include_relationships\":false}")
              .path("result");
      assertThat(bare.path("table").has("relationships")).isFalse();
      JsonNode whole = socket.call("schema.info", "{}").path("result");
      assertThat(whole.path("tables").size()).isGreaterThan(3);
      assertThat(whole.path("views").isArray()).isTrue();
      JsonNode hits = socket.call("schema.search", "{\"query\":\"用户订单\"}").path("result");
      assertThat(hits.path("tables").toString()).contains("users", "orders");
      assertThat(hits.path("columns").isArray()).isTrue();
    }
  }

  @Test
  void keepsSessions() throws InterruptedException {
    model.when("几个用户", ModelScript.sql("SELECT COUNT(*) AS n FROM users"));
    try (RagSocket socket = RagSocket.authenticated()) {
      String session =
          socket.call("session.create", "{}").path("result").path("session_id").asText();
      String named = "{\"session_id\":\"" + session + "\"}";
      socket.call(
          "query.execute",
          "{\"query\":\"有几个用户\",\"session_id\":\"" + session + "\",\"options\":{\"limit\":7}}");
      JsonNode seen = socket.call("session.get", named).path("result");
      assertThat(seen.path("history").path(0).path("query").asText()).isEqualTo("有几个用户");
      assertThat(seen.path("history").path(0).path("success").asBoolean()).isTrue();
      assertThat(seen.path("context").path("preferred_limit").asInt()).isEqualTo(7);
      assertThat(seen.path("preferences").path("default_limit").asInt()).isEqualTo(20);
      assertThat(socket.call("session.extend", named).path("result").has("expires_at")).isTrue();
      assertThat(socket.call("session.list", "{}").path("result").path("sessions").toString())
          .contains(session);
      String other = InContainerSession.issuer().token(TestingIssuer.claims("somebody-else"));
      try (RagSocket stranger = RagSocket.authenticated(other)) {
        assertThat(stranger.call("session.get", named).path("error").path("code").asInt())
            .isEqualTo(-31100);
      }
      JsonNode destroyed = socket.call("session.destroy", named).path("result");
      assertThat(destroyed.path("success").asBoolean()).isTrue();
      assertThat(destroyed.path("message").asText()).isNotBlank();
      JsonNode again = socket.call("session.destroy", named).path("error");
      assertThat(again.path("code").asInt()).isEqualTo(-31100);
      assertThat(again.toString()).as("ids are secrets").doesNotContain(session);
      assertThat(socket.nextWithin(BRIEFLY)).as("no farewell").isNull();
    }
  }

  @Test
  void resumesASessionOnANewConnection() throws InterruptedException {
    model.when("再来", ModelScript.sql("SELECT 5 AS n"));
    String session;
    try (RagSocket socket = RagSocket.authenticated()) {
      session = socket.call("session.create", "{}").path("result").path("session_id").asText();
    }
    try (RagSocket back = RagSocket.open()) {
      back.call("protocol.negotiate", "{\"versions\":[\"1.0.0\"]}");
      JsonNode answer =
          back.call("query.execute", "{\"query\":\"再来一次\",\"session_id\":\"" + session + "\"}");
      assertThat(answer.path("result").path("success").asBoolean()).as("%s", answer).isTrue();
      assertThat(back.call("session.create", "{}").has("result")).as("known from then on").isTrue();
    }
  }

  @Test
  void answersInParallelAndOutOfOrder() throws InterruptedException {
    model.when("慢查询", ModelScript.slow(Duration.ofMillis(1500), "SELECT ", "1 ", "AS n"));
    for (int i = 1; i <= 6; i++) {
      model.when("快查询" + i, ModelScript.sql("SELECT " + i + " AS n"));
    }
    try (RagSocket socket = RagSocket.authenticated()) {
      String slow = socket.send("query.execute", RagSocket.query("慢查询", "{}"));
      List<String> quick = new ArrayList<>();
      for (int i = 1; i <= 6; i++) {
        quick.add(socket.send("query.execute", RagSocket.query("快查询" + i, "{}")));
      }
      List<String> order = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        JsonNode answer = socket.next();
        assertThat(answer.has("result")).as("%s", answer).isTrue();
        order.add(answer.path("id").asText());
      }
      assertThat(order).containsAll(quick).endsWith(slow);
    }
  }

  @Test
  void answersBothOfTwoRequestsWithOneId() throws InterruptedException {
    try (RagSocket socket = RagSocket.open()) {
      socket.sendAs("same", "version", "{}");
      socket.sendAs("same", "version", "{}");
      assertThat(socket.next().path("id").asText()).isEqualTo("same");
      assertThat(socket.next().path("id").asText()).isEqualTo("same");
    }
  }

  @Test
  void worksOnTenAtOnceAndRefusesBeyondThirty() throws InterruptedException {
    model.when("占位", ModelScript.hang());
    try (RagSocket socket = RagSocket.authenticated()) {
      for (int i = 0; i < 30; i++) {
        socket.send("query.execute", RagSocket.query("占位", "{\"timeout\":3}"));
      }
      JsonNode refused = socket.ask("占位", "{}").path("error");
      assertThat(refused.path("code").asInt()).isEqualTo(-32003);
      assertThat(refused.path("data").path("limit").asInt()).isEqualTo(10);
      for (int i = 0; i < 30; i++) {
        assertThat(socket.next().path("error").path("code").asInt()).isEqualTo(-32002);
      }
      assertThat(socket.call("version", "{}").has("result")).isTrue();
    }
  }

  @Test
  void tellsProgressOnlyOfWhatTakesLong() throws InterruptedException {
    Gate gate = new Gate();
    model.when("久等", ModelScript.gated(gate, "SELECT ", "1 AS n"));
    try (RagSocket socket = RagSocket.authenticated()) {
      String id = socket.send("query.execute", RagSocket.query("久等", "{}"));
      assertThat(socket.nextWithin(Duration.ofMillis(9500))).isNull();
      JsonNode progress = socket.next();
      assertThat(progress.path("method").asText()).isEqualTo("query.progress");
      assertThat(progress.path("params").path("query_id").asText()).isEqualTo(id);
      assertThat(progress.path("params").path("elapsed").asDouble()).isBetween(9.9, 12.0);
      assertThat(progress.path("params").path("progress").asDouble()).isBetween(0.0, 1.0);
      gate.open();
      assertThat(socket.answer(id).has("result")).isTrue();
    }
  }

  @Test
  void cancelsWhatAVanishedClientAskedFor() throws InterruptedException {
    model.when("消失", ModelScript.hangAfter("稍等"));
    drainCalls();
    try (RagSocket socket = RagSocket.authenticated()) {
      socket.send("query.execute", RagSocket.query("消失", "{}"));
      ModelCall call = model.nextCall(Duration.ofSeconds(20));

      socket.vanish();

      assertThat(call.awaitCallerLeft(Duration.ofSeconds(10))).isTrue();
    }
  }

  @Test
  void takesTenMegabytesAndNoMore() throws InterruptedException {
    String filler = "\"" + "x".repeat(9 << 20) + "\"";
    try (RagSocket socket = RagSocket.open();
        RagSocket bystander = RagSocket.open()) {
      socket.sendAs("large", "version", "{\"ignored\":" + filler + "}");
      assertThat(socket.answer("large").has("result")).isTrue();
      try {
        socket.sendFragmented("x".repeat(11 << 20), 64 * 1024);
      } catch (java.util.concurrent.CompletionException closedMeanwhile) {
        assertThat(closedMeanwhile).isNotNull();
      }
      assertThat(socket.closeCode()).isIn(1009, 1006);
      assertThat(bystander.call("version", "{}").has("result")).isTrue();
    }
  }

  @Test
  void letsNobodySufferFromAClientThatDoesNotRead() throws InterruptedException {
    model.when("大量", ModelScript.sql("SELECT REPEAT('x', 900) AS a FROM ticks LIMIT 1000"));
    try (RagSocket deaf = RagSocket.openWithoutReading();
        RagSocket bystander = RagSocket.authenticated()) {
      deaf.send("auth.authenticate", "{\"token\":\"" + InContainerSession.TOKEN + "\"}");
      for (int i = 0; i < 25; i++) {
        deaf.send("query.execute", RagSocket.query("大量", "{\"limit\":1000}"));
      }
      long start = System.nanoTime();
      assertThat(bystander.call("version", "{}").has("result")).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void keepsAnswersUnderAMegabyte() throws InterruptedException {
    model.when(
        "很大", ModelScript.sql("SELECT REPEAT('文', 900) AS a, REPEAT('字', 900) AS b FROM ticks"));
    try (RagSocket socket = RagSocket.authenticated()) {
      JsonNode answer = socket.ask("很大", "{\"limit\":1000,\"format\":\"csv\"}");
      assertThat(answer.toString().getBytes(StandardCharsets.UTF_8).length)
          .as("%s", answer.path("error"))
          .isLessThanOrEqualTo(1_000_000);
      JsonNode metadata = answer.path("result").path("metadata");
      assertThat(metadata.path("truncated").asBoolean()).isTrue();
      assertThat(metadata.path("row_count").asInt())
          .isEqualTo(answer.path("result").path("data").size())
          .isPositive();
      assertThat(metadata.path("warnings")).isNotEmpty();
    }
  }

  @Test
  void judgesHandshakes() throws InterruptedException {
    String own = "http://127.0.0.1:" + InContainerSession.port();
    assertThat(RagSocket.handshakeStatus("Origin", own)).isEqualTo(101);
    List<RagSocket> many = new ArrayList<>();
    try {
      fill(many);
      assertThat(many.size()).isBetween(40, 61);
      assertThat(RagSocket.handshakeStatus()).isEqualTo(503);
    } finally {
      many.forEach(RagSocket::close);
    }
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (RagSocket.handshakeStatus() != 101 && System.nanoTime() < end) {
      Thread.sleep(200);
    }
  }

  /** Opens connections until one is refused. */
  private static void fill(List<RagSocket> connections) {
    try {
      for (int i = 0; i < 70; i++) {
        connections.add(RagSocket.open());
      }
    } catch (CompletionException refused) {
      assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
  }

  @Test
  void closesWhenAsked() throws InterruptedException {
    try (RagSocket socket = RagSocket.open()) {
      socket.sendText("{\"type\":\"notification\",\"method\":\"connection.close\"}");
      assertThat(socket.closeCode()).isEqualTo(1000);
    }
  }

  private void drainCalls() throws InterruptedException {
    while (true) {
      try {
        model.nextCall(Duration.ZERO);
      } catch (AssertionError none) {
        return;
      }
    }
  }
}
