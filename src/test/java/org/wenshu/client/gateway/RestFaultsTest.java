package org.wenshu.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.ConnectionRefusedException;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Timeouts;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.error.GraphRagException;
import org.wenshu.client.gateway.error.UnexpectedException;
import org.wenshu.client.gateway.request.GraphRagRequest;
import org.wenshu.client.gateway.rest.StatusException;

/** What can go wrong over HTTP, and what callers see of it. */
@Timeout(60)
class RestFaultsTest {
  private static ScriptedServer answering(int status, String body) {
    return ScriptedServer.start(
        peer -> {
          peer.body();
          peer.respond(status, "application/json", body);
        });
  }

  private static String ask(Wenshu wenshu) {
    return wenshu.gateway().flow().id("f").graphRag(GraphRagRequest.of("q")).text();
  }

  @Test
  void readsErrorsOfTheBody() {
    String error = "{\"error\":{\"type\":\"graph-rag-error\",\"message\":\"no graph\"}}";
    try (ScriptedServer server = answering(200, error);
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> ask(wenshu))
          .isInstanceOf(GraphRagException.class)
          .hasMessage("no graph");
    }
    try (ScriptedServer server = answering(200, "{\"error\":\"a mere text\"}");
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> ask(wenshu))
          .isInstanceOf(UnexpectedException.class)
          .hasMessage("a mere text");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no JSON", "", "[]", "{}", "{\"response\":[]}"})
  void anAnswerOfTheWrongFormIsAProtocolFailure(String body) {
    try (ScriptedServer server = answering(200, body);
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> ask(wenshu)).isInstanceOf(ProtocolException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 401, 403, 404, 413, 500, 503})
  void onlyStatus200IsSuccess(int status) {
    try (ScriptedServer server = answering(status, "{\"response\":\"no\"}");
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> ask(wenshu))
          .isInstanceOf(StatusException.class)
          .hasMessage("Status code " + status)
          .satisfies(
              failure ->
                  assertThat(((StatusException) failure).retriable()).isEqualTo(status >= 500));
    }
  }

  @Test
  void aServerThatSaysNothingRunsOutOfTime() {
    try (ScriptedServer server = ScriptedServer.start(peer -> peer.playDead());
        Wenshu wenshu =
            Wenshu.builder(server.address())
                .timeouts(Timeouts.defaults().withAnswer(Duration.ofMillis(300)))
                .build()) {
      assertThatThrownBy(() -> ask(wenshu)).isInstanceOf(RequestTimeoutException.class);
    }
  }

  @Test
  void aConnectionCutBeforeTheAnswerIsAConnectionFailure() {
    try (ScriptedServer server = ScriptedServer.start(peer -> peer.cut());
        Wenshu wenshu = Wenshu.connect(server.address())) {
      assertThatThrownBy(() -> ask(wenshu)).isInstanceOf(ConnectionException.class);
    }
  }

  @Test
  void nobodyAtHomeIsSaidSo() {
    try (Wenshu wenshu = Wenshu.connect("http://127.0.0.1:" + ScriptedServer.deadPort())) {
      assertThatThrownBy(() -> ask(wenshu)).isInstanceOf(ConnectionRefusedException.class);
    }
  }
}
