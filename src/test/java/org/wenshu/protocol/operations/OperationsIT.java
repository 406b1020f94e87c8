package org.wenshu.protocol.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.WenshuDeployment;
import org.wenshu.protocol.ws.InContainerSession;

/** The paths of operators, of the built WAR: ours answer, and not those of the server. */
class OperationsIT extends WenshuDeployment {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A server is ready once the schema has been read. */
  @BeforeAll
  static void awaitReadiness() throws Exception {
    for (int attempt = 0; attempt < 100; attempt++) {
      if (get("/ready").statusCode() == 200) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not become ready: " + get("/health").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/"})
  void reportsHealthToEverybody(String path) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("application/json;charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode report = json(response);
    assertThat(report.path("status").asText()).isEqualTo("healthy");
    assertThat(report.path("overall_status").asText()).isEqualTo("healthy");
    assertThat(report.path("connected").isBoolean()).isTrue();
    assertThat(report.path("connected").asBoolean()).isTrue();
    assertThat(report.path("authenticated").isBoolean()).isTrue();
    assertThat(report.has("session_id")).isTrue();
    assertThat(Instant.parse(report.path("timestamp").asText()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    assertThat(report.path("uptime").asLong()).isPositive();
    assertThat(report.path("components").fieldNames())
        .toIterable()
        .contains("database", "store", "schema", "llm", "system", "cache");
    JsonNode summary = report.path("summary");
    int components = report.path("components").size();
    assertThat(summary.path("total_components").asInt()).isEqualTo(components);
    assertThat(summary.path("healthy_components").asInt()).isEqualTo(components);
    assertThat(response.body()).doesNotContain("127.0.0.1", "localhost", "jdbc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"database", "cache", "store", "schema", "llm", "system"})
  void reportsOneComponent(String name) throws Exception {
    for (String path : new String[] {"/health/" + name, "/health/" + name + "/"}) {
      HttpResponse<String> response = get(path);

      assertThat(response.statusCode()).isEqualTo(200);
      JsonNode component = json(response);
      assertThat(component.path("component_name").asText()).isEqualTo(name);
      assertThat(component.path("component_type").asText()).isNotBlank();
      assertThat(component.path("status").asText()).isEqualTo("healthy");
      assertThat(component.path("message").asText()).isNotBlank();
      assertThat(component.path("details").isObject()).isTrue();
      assertThat(component.path("duration").isIntegralNumber()).isTrue();
      assertThat(component.path("error").isNull()).isTrue();
    }
  }

  @Test
  void speaksTheLanguageOfTheReader() throws Exception {
    HttpRequest request = to("/health/database").header("Accept-Language", "zh-CN,zh").build();

    assertThat(json(HTTP.send(request, BodyHandlers.ofString())).path("message").asText())
        .isEqualTo("数据库连接正常");
  }

  @ParameterizedTest
  @CsvSource({"/ready, ready", "/ready/, ready", "/live, alive", "/live/, alive"})
  void tellsBalancersWhetherToSendQuestions(String path, String member) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).path(member).asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/redis", "/health/database/x", "/ready/x", "/metrics/base"})
  void knowsNothingElse(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/ready", "/live", "/metrics"})
  void refusesOtherVerbs(String path) throws Exception {
    HttpRequest request = to(path).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @Test
  void showsMetersToKnownCallersOnly() throws Exception {
    HttpResponse<String> unknown = get("/metrics");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(unknown.body()).isEmpty();

    HttpResponse<String> known = meters("/metrics/");
    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(known.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain")
        .contains("version=0.0.4");
    assertThat(known.body())
        .contains(
            "# TYPE rag_query_duration_seconds histogram",
            "# TYPE rag_query_errors_total counter",
            "# TYPE rag_db_queries_total counter",
            "# TYPE rag_llm_requests_total counter",
            "# TYPE rag_llm_tokens_total counter",
            "# TYPE rag_cache_hits_total counter",
            "# TYPE rag_cache_misses_total counter",
            "# TYPE rag_db_connections_active gauge",
            "rag_db_connections_max 36.0",
            "jvm_memory_used_bytes{");
  }

  @Test
  void countsQuestions() throws Exception {
    double before = meter("wenshu_questions_total");
    double requests = meter("rag_requests_total");
    double statements = meter("rag_db_queries_total");
    ask("查询所有用户信息");

    assertThat(meter("wenshu_questions_total")).isEqualTo(before + 1);
    assertThat(meter("rag_requests_total")).isEqualTo(requests + 1);
    assertThat(meter("wenshu_connections_open")).isZero();
    assertThat(meter("rag_db_queries_total")).isGreaterThan(statements);
    assertThat(meter("rag_query_duration_seconds_count")).isPositive();
    assertThat(meter("rag_db_connections_active")).isZero();
  }

  /** Asks over the text2sql stream and returns when the end has come. */
  private static void ask(String question) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    URI address =
        URI.create(
            "ws://127.0.0.1:"
                + InContainerSession.port()
                + "/ws?token="
                + InContainerSession.TOKEN);
    WebSocket socket =
        HTTP.newWebSocketBuilder()
            .buildAsync(address, new EndOfAnswer(done))
            .get(10, TimeUnit.SECONDS);
    var unused = socket.sendText("{\"type\":\"query\",\"query\":\"" + question + "\"}", true);
    done.get(30, TimeUnit.SECONDS);
    socket.abort();
    // The end is told before it is counted.
    Thread.sleep(500);
  }

  /** Waits for the frame that ends an answer. */
  private record EndOfAnswer(CompletableFuture<Void> done) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      if (data.toString().endsWith("FLAG_DONE")) {
        done.complete(null);
      }
      return WebSocket.Listener.super.onText(socket, data, last);
    }
  }

  /** The sum of all series of that name. */
  private static double meter(String name) throws IOException, InterruptedException {
    return meters("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static HttpResponse<String> meters(String path) throws IOException, InterruptedException {
    HttpRequest request =
        to(path).header("Authorization", "Bearer " + InContainerSession.TOKEN).build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(to(path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(String path) {
    URI address = URI.create("http://127.0.0.1:" + InContainerSession.port() + path);
    return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
  }

  private static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
    return JSON.readTree(response.body());
  }
}
