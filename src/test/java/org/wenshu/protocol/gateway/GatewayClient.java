package org.wenshu.protocol.gateway;

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
import org.wenshu.protocol.ws.InContainerSession;

/** Calls the gateway of the server under test over HTTP, in the way of its original client. */
final class GatewayClient {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private GatewayClient() {}

  static String base() {
    return "http://127.0.0.1:" + InContainerSession.port() + "/";
  }

  /** The body of an answer; success and failure are both 200 and JSON. */
  static JsonNode post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> response = send(path, body, InContainerSession.TOKEN);
    assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return JSON.readTree(response.body());
  }

  /** The same, which must be no error. */
  static JsonNode call(String path, String body) throws IOException, InterruptedException {
    JsonNode answer = post("api/v1/" + path, body);
    assertThat(answer.has("error")).as("%s: %s", path, answer).isFalse();
    return answer;
  }

  /** A service of the flow default. */
  static JsonNode service(String kind, String body) throws IOException, InterruptedException {
    return call("flow/default/service/" + kind, body);
  }

  /** The error of a call that must fail, {@code type: message}. */
  static String failure(String path, String body) throws IOException, InterruptedException {
    JsonNode error = post("api/v1/" + path, body).path("error");
    assertThat(error.path("type").isTextual()).as("%s", error).isTrue();
    assertThat(error.path("message").isTextual()).as("%s", error).isTrue();
    return error.path("type").textValue() + ": " + error.path("message").textValue();
  }

  static HttpResponse<String> send(String path, String body, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.GET();
    } else {
      request.POST(BodyPublishers.ofString(body));
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
