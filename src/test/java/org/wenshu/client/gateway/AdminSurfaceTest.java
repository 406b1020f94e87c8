package org.wenshu.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.AdminSurface.Row;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.CorePart;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.json.Json;

/** Everything that a gateway keeps, in all variants, as the contract states it (6.2 and 6.6). */
class AdminSurfaceTest {
  static Stream<Arguments> rows() {
    return AdminSurface.rows().stream()
        .flatMap(row -> Stream.of(Way.values()).map(way -> arguments(way, row)));
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("rows")
  void sendsWhatTheContractStatesAndReadsTheAnswer(Way way, Row row) {
    try (ScriptedGateway server = ScriptedGateway.answering(row.response());
        Wenshu wenshu = Wenshu.connect(server.address())) {
      Object result =
          way.async
              ? row.async().apply(AsyncAdmin.of(way, wenshu.gateway())).join()
              : row.sync().apply(Admin.of(way, wenshu.gateway()));
      assertThat(result).isEqualTo(row.expected());
      assertSent(way, server.next(), row);
    }
  }

  private static void assertSent(Way way, ScriptedGateway.Asked asked, Row row) {
    JsonNode sent = asked.json();
    if (way.socket) {
      assertThat(asked.path()).isEqualTo("/api/v1/socket");
      assertThat(sent.get("service").textValue()).isEqualTo(row.service());
      assertThat(sent.has("flow")).isFalse();
      sent = sent.get("request");
    } else {
      assertThat(asked.path()).isEqualTo("/api/v1/" + row.service());
      assertThat(asked.token()).isEmpty();
    }
    assertThat(sent).isEqualTo(GatewayJson.parse(row.body().replace("NOW", now(sent)), "expected"));
  }

  /** The time that was sent, which must be this minute. */
  private static String now(JsonNode sent) {
    long time = Math.max(sent.findPath("time").asLong(), 0);
    long now = Instant.now().getEpochSecond();
    return time > now - 60 && time <= now ? String.valueOf(time) : "0";
  }

  @Test
  void readsACoreInParts() {
    String triples =
        "{'response':{'triples':{'metadata':{},'triples':[{'s':{'v':'urn:s','e':true},"
            + "'p':{'v':'urn:p','e':true},'o':{'v':'o','e':false}}]}},'complete':false}";
    String vectors =
        "{'response':{'graph-embeddings':{'metadata':{},'entities':[{'entity':{'v':'urn:s',"
            + "'e':true},'vectors':[[0.5,2]]}]}},'complete':false}";
    String other = "{'response':{'new':1},'complete':false}";
    String end = "{'response':{'eos':true},'complete':true}";
    List<String> frames =
        Stream.of(triples, other, vectors, end).map(ServiceSurface::quoted).toList();
    List<CorePart> expected =
        List.of(
            CorePart.ofTriples(List.of(Triple.of("urn:s", "urn:p", "o"))),
            CorePart.ofEntities(List.of(EntityEmbeddings.of("urn:s", 0.5f, 2))));
    try (ScriptedGateway server = new ScriptedGateway("{\"eos\":true}", frames);
        Wenshu wenshu = Wenshu.connect(server.address())) {
      try (ItemStream<CorePart> parts = wenshu.gateway().socket().knowledge().getCore("k", "u")) {
        assertThat(parts).containsExactlyElementsOf(expected);
      }
      assertThat(server.next().json().get("request"))
          .hasToString("{\"operation\":\"get-kg-core\",\"user\":\"u\",\"id\":\"k\"}");
      assertThat(Collected.of(wenshu.gateway().asyncSocket().knowledge().getCore("k", "u")))
          .isEqualTo(expected);
      assertThatThrownBy(() -> wenshu.gateway().knowledge().getCore("k", "u").iterator().next())
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("socket");
    }
  }

  @Test
  void fetchesMetersWithAndWithoutWaiting() {
    try (ScriptedGateway server = new ScriptedGateway("wenshu_up 1\n", List.of());
        Wenshu wenshu = Wenshu.builder(server.address() + "/below/").token("t").build()) {
      assertThat(wenshu.gateway().metrics().get()).isEqualTo("wenshu_up 1\n");
      assertThat(wenshu.gateway().asyncMetrics().get().join()).isEqualTo("wenshu_up 1\n");
      ScriptedGateway.Asked asked = server.next();
      assertThat(asked.path()).isEqualTo("/below/api/metrics");
      assertThat(asked.token()).isEqualTo("Bearer t");
    }
  }

  @Test
  void postsWhatItDoesNotKnow() {
    try (ScriptedGateway server = ScriptedGateway.answering("{\"new\":1}");
        Wenshu wenshu = Wenshu.connect(server.address())) {
      JsonNode answer = wenshu.gateway().request("flow/f/service/x", Json.object().put("a", 1));
      assertThat(answer.get("new").intValue()).isEqualTo(1);
      assertThat(server.next().path()).isEqualTo("/api/v1/flow/f/service/x");
    }
  }
}
