package org.wenshu.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedModelServerTest {
  private final ScriptedModelServer server = ScriptedModelServer.start();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void streamsPiecesAsServerSentEvents() throws Exception {
    server.when("users", ModelScript.pieces("SELECT", " 1"));

    HttpResponse<String> response = ask("How many users?");

    assertThat(response.headers().firstValue("content-type"))
        .hasValue("text/event-stream; charset=utf-8");
    assertThat(response.body())
        .contains("\"content\":\"SELECT\"", "\"content\":\" 1\"", "data: [DONE]");
    assertThat(server.requests())
        .singleElement()
        .satisfies(r -> assertThat(r.user()).isEqualTo("How many users?"));
  }

  @Test
  void playsScriptsInOrderAndRepeatsTheLast() throws Exception {
    server.when("users", ModelScript.status(500), ModelScript.sql("SELECT 1"));

    assertThat(ask("users").statusCode()).isEqualTo(500);
    assertThat(ask("users").statusCode()).isEqualTo(200);
    assertThat(ask("users").statusCode()).isEqualTo(200);
  }

  @Test
  void holdsTheSecondPieceUntilTheGateOpens() throws Exception {
    Gate gate = new Gate();
    server.otherwise(ModelScript.gated(gate, "first", "second"));

    try (Stream<String> lines = client.send(request("x"), BodyHandlers.ofLines()).body()) {
      Iterator<String> line = lines.iterator();
      while (!line.next().contains("first")) {}
      assertThat(gate.isOpen()).isFalse();
      gate.open();
      while (!line.next().contains("second")) {}
    }
  }

  @Test
  void cutsAnAnswerInTheMiddle() {
    server.otherwise(ModelScript.cutAfter("SELECT"));

    assertThatThrownBy(() -> ask("x")).isInstanceOf(IOException.class);
  }

  @Test
  void noticesThatTheCallerLeft() throws Exception {
    server.otherwise(ModelScript.hangAfter("SELECT"));

    Stream<String> lines = client.send(request("x"), BodyHandlers.ofLines()).body();
    ModelCall call = server.nextCall(Duration.ofSeconds(5));
    assertThat(call.awaitCallerLeft(Duration.ofMillis(50))).isFalse();
    lines.close();

    assertThat(call.awaitCallerLeft(Duration.ofSeconds(5))).isTrue();
  }

  private HttpResponse<String> ask(String question) throws IOException, InterruptedException {
    return client.send(request(question), BodyHandlers.ofString());
  }

  private HttpRequest request(String question) {
    String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]}";
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions"))
        .timeout(Duration.ofSeconds(20))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
