package org.wenshu.protocol.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.WenshuDeployment;
import org.wenshu.llm.ModelCall;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;

/** The multiplexed socket of the built WAR, with a scripted model behind it. */
class GatewaySocketIT extends WenshuDeployment {
  private final ScriptedModelServer model = InContainerSession.model();

  @BeforeAll
  static void awaitServer() throws Exception {
    GatewayServer.await();
  }

  @AfterEach
  void forgetScripts() {
    model.reset();
  }

  @Test
  void answersInOneFrameUnlessAStreamIsWanted() throws Exception {
    model.when("greet", ModelScript.pieces("Hel", "lo ", "你好"));
    try (GatewaySocket socket = GatewaySocket.open()) {
      List<JsonNode> whole =
          socket.send("a", "text-completion", "{\"system\":\"s\",\"prompt\":\"greet\"}").answer();
      assertThat(whole).hasSize(1);
      assertThat(whole.get(0).path("id").textValue()).isEqualTo("a");
      assertThat(whole.get(0).path("response").path("response").textValue()).isEqualTo("Hello 你好");
      assertThat(whole.get(0).path("response").path("end_of_stream").asBoolean()).isTrue();
      assertThat(whole.get(0).has("error")).isFalse();

      List<JsonNode> stream =
          socket
              .send(
                  "b",
                  "text-completion",
                  "{\"system\":\"\",\"prompt\":\"greet\",\"streaming\":true}")
              .answer();
      assertThat(text(stream, "response")).isEqualTo("Hello 你好");
      assertThat(stream).hasSize(4);
      assertThat(stream.get(0).path("complete").asBoolean()).isFalse();
      assertThat(stream.get(0).path("response").get("end_of_stream").asBoolean()).isFalse();
      assertThat(stream.get(3).path("response").path("end_of_stream").asBoolean()).isTrue();
    }
  }

  @Test
  void answersManyAtOnceAndKeepsTheRestWaiting() throws Exception {
    model.when("slow", ModelScript.slow(Duration.ofMillis(500), "done"));
    try (GatewaySocket socket = GatewaySocket.open()) {
      completion(socket, 100, "slow");
      socket.answer();
      long start = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        completion(socket, i, "slow");
      }
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < 10; i++) {
        ids.add(socket.next().path("id").textValue());
      }
      assertThat(ids).hasSize(10);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));

      for (int i = 0; i < 20; i++) {
        completion(socket, i, "slow");
      }
      for (int i = 0; i < 20; i++) {
        JsonNode frame = socket.next();
        assertThat(frame.path("response").path("response").asText()).isEqualTo("done");
      }
    }
  }

  @Test
  void closesAClientThatPilesUpRequests() throws Exception {
    model.when("hang", ModelScript.hang());
    try (GatewaySocket socket = GatewaySocket.open()) {
      for (int i = 0; i < 116; i++) {
        completion(socket, i, "hang");
      }
      assertThat(socket.closeCode()).isEqualTo(1013);
    }
  }

  @Test
  void tellsErrorsInBothPlacesAndGoesOn() throws Exception {
    model.when("broken", ModelScript.status(500));
    model.when("half", ModelScript.cutAfter("beginning"));
    model.when("fine", ModelScript.text("fine"));
    try (GatewaySocket socket = GatewaySocket.open()) {
      JsonNode error =
          socket.send("x", "text-completion", "{\"system\":\"s\",\"prompt\":\"broken\"}").next();
      assertThat(error.path("error").path("type").textValue()).isEqualTo("llm-error");
      assertThat(error.path("response").path("error")).isEqualTo(error.path("error"));
      assertThat(error.path("complete").asBoolean()).isTrue();

      List<JsonNode> cut =
          socket
              .send(
                  "y",
                  "text-completion",
                  "{\"system\":\"\",\"prompt\":\"half\",\"streaming\":true}")
              .answer();
      assertThat(cut.get(0).path("response").path("response").textValue()).isEqualTo("beginning");
      assertThat(cut.get(cut.size() - 1).path("error").path("type").textValue())
          .isEqualTo("llm-error");

      assertThat(
              socket
                  .send("z", "text-completion", "{\"system\":\"\",\"prompt\":\"fine\"}")
                  .next()
                  .path("response")
                  .path("response")
                  .textValue())
          .isEqualTo("fine");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "[1]",
        "{\"id\":\"a\",\"service\":\"config\"}",
        "{\"id\":\"a\",\"request\":{}}",
        "{\"service\":\"config\",\"request\":{}}",
        "{\"id\":\"a\",\"service\":\"none\",\"flow\":\"default\",\"request\":{}}",
        "{\"id\":\"a\",\"service\":\"triples\",\"flow\":\"none\",\"request\":{}}",
        "{\"id\":\"a\",\"service\":\"text-completion\",\"flow\":\"default\",\"request\":{}}"
      })
  void survivesBadFrames(String frame) throws Exception {
    try (GatewaySocket socket = GatewaySocket.open()) {
      JsonNode error = socket.sendText(frame).next();
      assertThat(error.path("error").path("type").isTextual()).as("%s", error).isTrue();
      assertThat(error.path("error").path("message").textValue()).isNotBlank();
      assertThat(error.has("id")).isEqualTo(frame.contains("\"id\""));
      assertThat(error.path("complete").asBoolean()).isTrue();
      JsonNode flows =
          socket
              .sendText(
                  "{\"id\":7,\"service\":\"flow\",\"request\":{\"operation\":\"list-flows\"}}")
              .next();
      assertThat(flows.path("id").asInt()).isEqualTo(7);
      assertThat(flows.path("response").path("flow-ids").toString()).contains("default");
    }
  }

  @Test
  void cancelsTheModelWhenTheClientLeavesOrSaysSo() throws Exception {
    model.reset();
    model.when("wait", ModelScript.hangAfter("one"));
    GatewaySocket leaving = GatewaySocket.open();
    String request = "{\"system\":\"\",\"prompt\":\"wait\",\"streaming\":true}";
    leaving.send("a", "text-completion", request).next();
    ModelCall first = model.nextCall(Duration.ofSeconds(20));
    leaving.leave();
    assertThat(first.awaitCallerLeft(Duration.ofSeconds(10))).isTrue();

    try (GatewaySocket socket = GatewaySocket.open()) {
      socket.send("b", "text-completion", request).next();
      ModelCall second = model.nextCall(Duration.ofSeconds(20));
      JsonNode end = socket.sendText("{\"id\":\"b\",\"cancel\":true}").next();
      assertThat(end.path("error").path("type").textValue()).isEqualTo("cancelled");
      assertThat(second.awaitCallerLeft(Duration.ofSeconds(10))).isTrue();
      assertThat(socket.isSilentFor(Duration.ofMillis(300))).isTrue();
    }
  }

  @Test
  void boundsFramesBelowWhatClientsTake() throws Exception {
    model.when("million", ModelScript.pieces("x".repeat(500_000), "y".repeat(500_000)));
    model.when("more", ModelScript.pieces("x".repeat(600_000), "é".repeat(300_000)));
    try (GatewaySocket socket = GatewaySocket.open()) {
      JsonNode whole =
          socket.send("a", "text-completion", "{\"system\":\"\",\"prompt\":\"million\"}").next();
      assertThat(whole.path("response").path("response").textValue()).hasSize(1_000_000);
      JsonNode tooLarge =
          socket.send("b", "text-completion", "{\"system\":\"\",\"prompt\":\"more\"}").next();
      assertThat(tooLarge.path("error").path("type").textValue()).isEqualTo("gateway-error");
      List<JsonNode> stream =
          socket
              .send(
                  "c",
                  "text-completion",
                  "{\"system\":\"\",\"prompt\":\"more\",\"streaming\":true}")
              .answer();
      assertThat(text(stream, "response")).hasSize(900_000);
      assertThat(stream).allMatch(frame -> frame.toString().length() < 512 << 10);
    }
  }

  @Test
  void refusesHandshakesOfStrangers() {
    assertThatThrownBy(() -> GatewaySocket.open("api/v1/socket")).satisfies(status(401));
    assertThatThrownBy(() -> GatewaySocket.open("api/v1/socket?token=wrong"))
        .satisfies(status(401));
    String token = "?token=" + InContainerSession.TOKEN;
    assertThatThrownBy(() -> GatewaySocket.open("api/v1/flow/none/import/triples" + token))
        .satisfies(status(404));
    assertThatThrownBy(() -> GatewaySocket.open("api/v1/flow/default/import/magic" + token))
        .satisfies(status(404));
    assertThatThrownBy(() -> GatewaySocket.open("api/v1/flow/default/export/objects" + token))
        .satisfies(status(404));
  }

  @Test
  void servesTwentyClientsAtOnce() throws Exception {
    model.when("greet", ModelScript.text("hello"));
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(threads.submit(GatewaySocketIT::greeting));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("hello");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String greeting() throws Exception {
    try (GatewaySocket socket = GatewaySocket.open()) {
      return socket
          .send("req-1", "text-completion", "{\"system\":\"\",\"prompt\":\"greet\"}")
          .next()
          .path("response")
          .path("response")
          .asText();
    }
  }

  private static void completion(GatewaySocket socket, int id, String prompt) {
    socket.send("r" + id, "text-completion", "{\"system\":\"\",\"prompt\":\"" + prompt + "\"}");
  }

  private static java.util.function.Consumer<Throwable> status(int expected) {
    return failure -> {
      assertThat(failure).isInstanceOf(CompletionException.class);
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(expected));
    };
  }

  private static String text(List<JsonNode> frames, String field) {
    StringBuilder text = new StringBuilder();
    frames.forEach(frame -> text.append(frame.path("response").path(field).asText("")));
    return text.toString();
  }
}
