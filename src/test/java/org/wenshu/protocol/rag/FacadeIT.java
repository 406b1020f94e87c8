package org.wenshu.protocol.rag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.WenshuDeployment;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;
import org.wenshu.security.jwt.TestingIssuer;

/** The HTTP facade of the built WAR, and clients in other languages against its socket. */
class FacadeIT extends WenshuDeployment {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final ScriptedModelServer model = InContainerSession.model();

  @BeforeAll
  static void awaitCatalogue() throws Exception {
    InContainerSession.model().when("开门", ModelScript.sql("SELECT 1 AS n"));
    for (int attempt = 0; attempt < 100; attempt++) {
      if (post("/api/query", "{\"query\":\"开门\"}").statusCode() == 200) {
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

  @ParameterizedTest
  @ValueSource(strings = {"/api/query", "/api/query/"})
  void answersQuestions(String path) throws Exception {
    model.when("几个用户", ModelScript.sql("SELECT COUNT(*) AS n FROM users"));

    HttpResponse<String> response =
        post(path, "{\"query\":\"有几个用户\",\"options\":{\"limit\":5},\"more\":1}");

    JsonNode result = json(response, 200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .containsIgnoringCase("application/json")
        .containsIgnoringCase("charset=utf-8");
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(result.path("success").asBoolean()).isTrue();
    assertThat(result.path("data").path(0).path("n").isNumber()).isTrue();
    assertThat(result.path("metadata").path("execution_time").isIntegralNumber()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "/api/query|{}|查询内容不能为空",
        "/api/query|{\"query\":\" \"}|查询内容不能为空",
        "/api/explain/|{\"query\":\"\"}|查询内容不能为空",
        "/api/query|hello|请求体不是有效的 JSON",
        "/api/query|[1]|请求体必须是 JSON 对象",
        "/api/query|{\"query\":\"x\",\"options\":{\"limit\":5000}}|参数无效: options.limit"
      })
  void refusesWhatIsNoQuestion(String path, String body, String error) throws Exception {
    String told = json(post(path, body), 400).path("error").asText();
    boolean english = body.contains("\"x\"");
    assertThat(told).contains(english ? "options.limit" : error);
  }

  @Test
  void describesAndSuggests() throws Exception {
    for (String path : List.of("/api/schema", "/api/schema/")) {
      assertThat(json(get(path), 200).path("tables").size()).as(path).isGreaterThan(3);
    }
    for (String path : List.of("/api/schema/users", "/api/schema/users/")) {
      JsonNode table = json(get(path), 200).path("table");
      assertThat(table.path("name").asText()).as(path).isEqualTo("users");
      assertThat(table.has("relationships")).isTrue();
    }
    JsonNode unknown = json(get("/api/schema/no_such_table"), 500);
    assertThat(unknown.path("error").asText()).startsWith("获取 Schema 失败: ");
    assertThat(unknown.path("code").asInt()).isEqualTo(-31401);
    for (String path : List.of("/api/suggestions", "/api/suggestions/")) {
      JsonNode found = json(get(path + "?q=%E6%9F%A5%E8%AF%A2&limit=2"), 200);
      assertThat(found.path("suggestions").size()).isBetween(1, 2);
      assertThat(found.path("suggestions").get(0).asText()).startsWith("查询");
      assertThat(json(get(path + "?q="), 400).path("error").asText()).isEqualTo("查询参数不能为空");
      assertThat(json(get(path), 400).path("error").asText()).isEqualTo("查询参数不能为空");
      JsonNode standard = json(get(path + "?q=%E6%9F%A5%E8%AF%A2&limit=many"), 200);
      assertThat(standard.path("suggestions").size()).isBetween(1, 5);
    }
  }

  @Test
  void explains() throws Exception {
    model.when("所有用户", ModelScript.sql("SELECT id, name FROM users"));
    JsonNode result = json(post("/api/explain", "{\"query\":\"查询所有用户信息\"}"), 200);
    assertThat(result.path("tables").toString()).contains("users");
  }

  @Test
  void failsAsTheSamplesDo() throws Exception {
    model.when("无效查询", ModelScript.text("这不是问题。"));
    JsonNode failure = json(post("/api/query", "{\"query\":\"无效查询\"}"), 500);
    assertThat(failure.path("error").asText()).startsWith("查询失败: ");
    assertThat(failure.path("code").asInt()).isEqualTo(-31300);
    JsonNode explained = json(post("/api/explain", "{\"query\":\"无效查询\"}"), 500);
    assertThat(explained.path("error").asText()).startsWith("查询解释失败: ");
  }

  @Test
  void actsAsTheOneWhoseTokenIsShown() throws Exception {
    model.when("员工薪水", ModelScript.sql("SELECT salary FROM employees"));
    String token =
        InContainerSession.issuer()
            .token(
                TestingIssuer.claims("narrow").claim("permissions", List.of("table:users:read")));
    String body = "{\"query\":\"员工薪水\"}";
    JsonNode refused = json(post("/api/query", body, "Authorization", "Bearer " + token), 500);
    assertThat(refused.path("code").asInt()).isEqualTo(-31001);
    JsonNode unknown = json(post("/api/query", body, "Authorization", "Bearer nonsense"), 500);
    assertThat(unknown.path("code").asInt()).isEqualTo(-31000);
    assertThat(json(post("/api/query", body), 200).path("success").asBoolean()).isTrue();
  }

  @Test
  void takesOneVerbAndOneSize() throws Exception {
    HttpResponse<String> wrong = get("/api/query");
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.headers().firstValue("Allow").orElse("")).contains("POST");
    assertThat(post("/api/schema", "{}").statusCode()).isEqualTo(405);
    HttpRequest preflight =
        request("/api/query")
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", "http://page.example")
            .build();
    HttpResponse<String> allowed = HTTP.send(preflight, BodyHandlers.ofString());
    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
    assertThat(statusOfTooMuch()).isEqualTo(413);
  }

  /**
   * A server may close rather than read on, and the client then sees no status; WildFly refuses
   * what is beyond its own limit with 400 and without a word, before it asks us.
   */
  private static int statusOfTooMuch() throws InterruptedException {
    try {
      String body = "{\"query\":\"" + "x".repeat(11 << 20) + "\"}";
      HttpResponse<String> answer = post("/api/query", body);
      boolean byTheServer = answer.statusCode() == 400 && answer.body().isEmpty();
      return byTheServer ? 413 : answer.statusCode();
    } catch (IOException closed) {
      return 413;
    }
  }

  @Test
  void holdsNoThreadDuringAQuestion() throws Exception {
    model.when("慢", ModelScript.slow(Duration.ofSeconds(3), "SELECT ", "1 AS n"));
    List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      HttpRequest request =
          request("/api/query").POST(BodyPublishers.ofString("{\"query\":\"慢问题\"}")).build();
      slow.add(HTTP.sendAsync(request, BodyHandlers.ofString()));
    }
    long start = System.nanoTime();
    assertThat(get("/api/schema/users").statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    for (CompletableFuture<HttpResponse<String>> one : slow) {
      assertThat(one.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void servesAClientInPython() throws Exception {
    ClientScript.python("rag_client.py").run(model);
  }

  @Test
  void servesAClientInNode() throws Exception {
    ClientScript.node("rag_client.mjs").run(model);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + InContainerSession.port() + path))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(40));
  }

  private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
    assertThat(response.statusCode()).as("%s", response.body()).isEqualTo(status);
    return JsonMapper.builder().build().readTree(response.body());
  }
}
