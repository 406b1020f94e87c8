package org.wenshu.protocol.rag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wenshu.WenshuDeployment;
import org.wenshu.llm.ModelScript;
import org.wenshu.protocol.ws.InContainerSession;
import org.wenshu.security.jwt.RefusedToken;
import org.wenshu.security.jwt.TestingIssuer;

/** One token at every door: the sockets in header, address and message, the facade, the metrics. */
class TokenMatrixIT extends WenshuDeployment {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final String QUESTION = "{\"query\":\"门票\"}";

  @BeforeAll
  static void awaitCatalogue() throws Exception {
    InContainerSession.model().when("门票", ModelScript.sql("SELECT 1 AS n"));
    String latest = "";
    for (int attempt = 0; attempt < 100; attempt++) {
      HttpResponse<String> answer = ask(InContainerSession.TOKEN);
      if (answer.statusCode() == 200) {
        return;
      }
      latest = answer.statusCode() + " " + answer.body();
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not become ready: " + latest);
  }

  @AfterEach
  void forgetScripts() {
    InContainerSession.model().reset();
  }

  @ParameterizedTest
  @EnumSource
  void refusesItAtEveryDoor(RefusedToken kind) throws Exception {
    assertOpenFor(sound(List.of("user")));
    String token = made(kind);
    if (kind == RefusedToken.ROTATED_OUT) {
      await(() -> ask(sound(List.of("user"))).statusCode() == 200);
    }

    for (String path : List.of("/ws?token=" + token, "/ws?api_key=" + token)) {
      assertThat(handshake(path, null)).as(path).isEqualTo(401);
    }
    assertThat(handshake("/ws", token)).isEqualTo(401);
    try (RagSocket socket = RagSocket.open()) {
      JsonNode error =
          socket.call("auth.authenticate", "{\"token\":\"" + token + "\"}").path("error");
      assertThat(error.path("code").asInt()).isEqualTo(-31000);
      assertThat(error.path("data").path("reason").asText()).isEqualTo(kind.reason());
      assertThat(socket.call("query.execute", QUESTION).path("error").path("code").asInt())
          .isEqualTo(-31000);
    }
    HttpResponse<String> facade = ask(token);
    assertThat(facade.statusCode()).isEqualTo(500);
    assertThat(JsonMapper.builder().build().readTree(facade.body()).path("code").asInt())
        .isEqualTo(-31000);
    assertThat(get("/metrics", token).statusCode()).isEqualTo(401);
  }

  @Test
  void letsARoleThatIsNotGrantedAnythingSeeNothing() throws Exception {
    InContainerSession.model().when("门票用户", ModelScript.sql("SELECT COUNT(*) AS n FROM users"));
    String body = "{\"query\":\"门票用户\"}";
    String token = sound(List.of("customer"));
    try (RagSocket socket = RagSocket.authenticated(token)) {
      JsonNode error = socket.call("query.execute", body).path("error");
      assertThat(error.path("code").asInt()).as("%s", error).isEqualTo(-31001);
    }
    HttpResponse<String> facade = post(token, body);
    assertThat(facade.statusCode()).isEqualTo(500);
    assertThat(facade.body()).contains("-31001");
    assertThat(post(sound(List.of("user")), body).statusCode()).isEqualTo(200);
    assertThat(post(keycloak("analyst"), body).statusCode()).isEqualTo(200);
    assertThat(post(keycloak("offline_access"), body).statusCode()).isEqualTo(500);
  }

  private static String made(RefusedToken kind) throws JOSEException {
    return kind.of(InContainerSession.issuer());
  }

  private static String sound(List<String> roles) {
    return InContainerSession.issuer().token(TestingIssuer.claims("matrix").claim("roles", roles));
  }

  /** As that provider writes roles, and without any of our own. */
  private static String keycloak(String role) {
    return InContainerSession.issuer()
        .token(
            TestingIssuer.claims("f0e1d2c3")
                .claim("typ", "Bearer")
                .claim("azp", "shop-front")
                .claim("preferred_username", "han")
                .claim("realm_access", Map.of("roles", List.of(role))));
  }

  /** Otherwise a refusal would prove nothing. */
  private static void assertOpenFor(String token) throws Exception {
    await(() -> ask(token).statusCode() == 200);
    assertThat(handshake("/ws?token=" + token, null)).isEqualTo(101);
    assertThat(handshake("/ws", token)).isEqualTo(101);
    RagSocket.authenticated(token).close();
  }

  private static int handshake(String path, String bearer) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
    if (bearer != null) {
      builder.header("Authorization", "Bearer " + bearer);
    }
    URI uri = URI.create("ws://127.0.0.1:" + InContainerSession.port() + path);
    try {
      builder.buildAsync(uri, new WebSocket.Listener() {}).join().abort();
      return 101;
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
        return handshake.getResponse().statusCode();
      }
      throw refused;
    }
  }

  private static HttpResponse<String> ask(String token) throws IOException, InterruptedException {
    return post(token, QUESTION);
  }

  private static HttpResponse<String> post(String token, String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        request("/api/query", token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String token)
      throws IOException, InterruptedException {
    return HTTP.send(request(path, token).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + InContainerSession.port() + path))
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofSeconds(40));
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(200);
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }
}
