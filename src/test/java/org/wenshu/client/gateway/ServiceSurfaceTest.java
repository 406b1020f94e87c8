package org.wenshu.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.ServiceSurface.Row;
import org.wenshu.client.gateway.StreamSurface.StreamRow;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.data.StreamingChunk;

/** Every service of a flow in its four variants sends what the contract states (section 6.3). */
class ServiceSurfaceTest {
  private static final String TOKEN = "s/e cret";

  static Stream<Arguments> services() {
    return ServiceSurface.rows().stream()
        .flatMap(row -> Stream.of(Way.values()).map(way -> arguments(way, row)));
  }

  static Stream<Arguments> streams() {
    return StreamSurface.streams().stream()
        .flatMap(row -> Stream.of(Way.values()).map(way -> arguments(way, row)));
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("services")
  void sendsWhatTheContractStatesAndReadsTheAnswer(Way way, Row<?> row) {
    try (ScriptedGateway server = ScriptedGateway.answering(row.response());
        Wenshu wenshu = Wenshu.builder(server.address()).token(TOKEN).build();
        Gateway gateway = new Gateway(wenshu.transport())) {
      assertThat((Object) row.call(way, gateway)).isEqualTo(row.expected());
      ObjectNode body = (ObjectNode) GatewayJson.parse(row.body(), "expected");
      if (way.socket && row.streams()) {
        body.put("streaming", false);
      }
      assertSent(way, server.next(), row.service(), body);
    }
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("streams")
  void streamsWhatTheContractStates(Way way, StreamRow<?> row) {
    try (ScriptedGateway server = new ScriptedGateway(row.whole(), row.frames());
        Wenshu wenshu = Wenshu.builder(server.address()).token(TOKEN).build();
        Gateway gateway = new Gateway(wenshu.transport())) {
      List<StreamingChunk> chunks = new ArrayList<>(row.stream(way, gateway));
      assertThat(chunks).isEqualTo(way.socket ? row.chunks() : row.single());
      ObjectNode body = (ObjectNode) GatewayJson.parse(row.body(), "expected");
      if (way.socket) {
        body.put("streaming", true);
      }
      assertSent(way, server.next(), row.service(), body);
    }
  }

  private static void assertSent(
      Way way, ScriptedGateway.Asked asked, String service, JsonNode body) {
    if (way.socket) {
      assertThat(asked.path()).isEqualTo("/api/v1/socket?token=s%2Fe%20cret");
      JsonNode envelope = asked.json();
      assertThat(envelope.properties().stream().map(Map.Entry::getKey))
          .containsExactlyInAnyOrder("id", "service", "flow", "request");
      assertThat(envelope.get("service").textValue()).isEqualTo(service);
      assertThat(envelope.get("flow").textValue()).isEqualTo("my flow");
      assertThat(envelope.get("request")).isEqualTo(body);
    } else {
      assertThat(asked.path()).isEqualTo("/api/v1/flow/my%20flow/service/" + service);
      assertThat(asked.token()).isEqualTo("Bearer " + TOKEN);
      assertThat(asked.json()).isEqualTo(body);
    }
  }
}
