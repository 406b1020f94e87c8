package org.wenshu.protocol.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenshu.protocol.gateway.GatewayClient.call;
import static org.wenshu.protocol.gateway.GatewayClient.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.WenshuDeployment;
import org.wenshu.protocol.ws.InContainerSession;

/** The management calls of the gateway over real HTTP, as its original client makes them. */
class GatewayIT extends WenshuDeployment {
  @BeforeAll
  static void awaitServer() throws Exception {
    for (int attempt = 0; attempt < 100; attempt++) {
      HttpResponse<String> response =
          GatewayClient.send(
              "api/v1/flow", "{\"operation\":\"list-flows\"}", InContainerSession.TOKEN);
      if (response.statusCode() == 200 && !response.body().contains("error")) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not become ready");
  }

  @Test
  void letsInWhoShowsTheToken() throws Exception {
    String body = "{\"operation\":\"list-flows\"}";
    assertThat(GatewayClient.send("api/v1/flow", body, "").statusCode()).isEqualTo(401);
    assertThat(GatewayClient.send("api/v1/flow", body, "wrong").statusCode()).isEqualTo(401);
    assertThat(GatewayClient.send("api/metrics", null, "").statusCode()).isEqualTo(401);
    assertThat(GatewayClient.send("api/v1/flow?token=it-token", body, "").statusCode())
        .isEqualTo(401);
    assertThat(call("flow", body).path("flow-ids").get(0).textValue()).isEqualTo("default");
  }

  @Test
  void knowsItsPaths() throws Exception {
    String token = InContainerSession.TOKEN;
    assertThat(GatewayClient.send("api/v1/nothing", "{}", token).statusCode()).isEqualTo(404);
    assertThat(GatewayClient.send("api/v1/flow", null, token).statusCode()).isEqualTo(405);
    assertThat(failure("flow", "[1]")).startsWith("request-error: ");
    assertThat(failure("flow", "nonsense")).startsWith("request-error: ");
    assertThat(failure("flow", "{}")).startsWith("bad-operation: ");
    assertThat(failure("flow/none/service/triples", "{}"))
        .isEqualTo("gateway-error: There is no flow none");
    assertThat(failure("flow/default/service/magic", "{}"))
        .isEqualTo("gateway-error: There is no service magic");
  }

  @Test
  void managesFlows() throws Exception {
    JsonNode flow = call("flow", "{\"operation\":\"get-flow\",\"flow-id\":\"default\"}");
    JsonNode definition = GatewayClient.JSON.readTree(flow.path("flow").textValue());
    assertThat(definition.path("interfaces").has("graph-rag")).isTrue();
    assertThat(definition.path("class-name").asText()).isEqualTo("default");
    for (String word : new String[] {"blueprint", "class"}) {
      String name = "\"" + word + "-name\":\"bp-" + word + "\"";
      call(
          "flow",
          "{\"operation\":\"put-%s\",%s,\"%s-definition\":\"{\\\"interfaces\\\":{\\\"x\\\":1}}\"}"
              .formatted(word, name, word));
      JsonNode got = call("flow", "{\"operation\":\"get-%s\",%s}".formatted(word, name));
      assertThat(got.path(word + "-definition").textValue()).contains("interfaces");
      String list = word.equals("class") ? "list-classes" : "list-blueprints";
      assertThat(call("flow", "{\"operation\":\"" + list + "\"}").path(word + "-names").toString())
          .contains("bp-" + word, "default");
      String parameters = word.equals("class") ? "\"{\\\"m\\\":\\\"1\\\"}\"" : "{\"m\":\"1\"}";
      call(
          "flow",
          "{\"operation\":\"start-flow\",\"flow-id\":\"f-%s\",%s,\"description\":\"t\",\"parameters\":%s}"
              .formatted(word, name, parameters));
      String id = "\"flow-id\":\"f-" + word + "\"";
      assertThat(call("flow", "{\"operation\":\"get-flow\"," + id + "}").path("parameters"))
          .hasToString("{\"m\":\"1\"}");
      assertThat(failure("flow/f-" + word + "/service/triples", "{}"))
          .startsWith("gateway-error: ");
      call("flow", "{\"operation\":\"stop-flow\"," + id + "}");
      assertThat(failure("flow", "{\"operation\":\"stop-flow\"," + id + "}"))
          .startsWith("flow-error: ");
      call("flow", "{\"operation\":\"delete-%s\",%s}".formatted(word, name));
      assertThat(failure("flow", "{\"operation\":\"get-%s\",%s}".formatted(word, name)))
          .startsWith("flow-error: ");
    }
  }

  @Test
  void keepsConfiguration() throws Exception {
    JsonNode before = call("config", "{\"operation\":\"config\"}");
    assertThat(before.path("config").path("flow").has("default")).isTrue();
    call(
        "config",
        "{\"operation\":\"put\",\"values\":[{\"type\":\"t\",\"key\":\"k\",\"value\":\"你好\"},"
            + "{\"type\":\"t\",\"key\":\"j\",\"value\":{\"a\":1}}]}");
    String keys = "\"keys\":[{\"type\":\"t\",\"key\":\"k\"},{\"type\":\"t\",\"key\":\"none\"}]";
    JsonNode got = call("config", "{\"operation\":\"get\"," + keys + "}");
    assertThat(got.path("values").get(0).path("value").textValue()).isEqualTo("你好");
    assertThat(got.path("values").get(1).get("value").isNull()).isTrue();
    assertThat(got.path("version").asLong()).isGreaterThan(before.path("version").asLong());
    assertThat(call("config", "{\"operation\":\"list\",\"type\":\"t\"}").path("directory"))
        .hasToString("[\"j\",\"k\"]");
    assertThat(
            call("config", "{\"operation\":\"getvalues\",\"type\":\"t\"}")
                .path("values")
                .get(0)
                .path("value")
                .textValue())
        .isEqualTo("{\"a\":1}");
    call("config", "{\"operation\":\"delete\"," + keys + "}");
    assertThat(call("config", "{\"operation\":\"list\",\"type\":\"t\"}").path("directory"))
        .hasToString("[\"j\"]");
    assertThat(call("config", "{\"operation\":\"list\",\"type\":\"unknown\"}").path("directory"))
        .hasToString("[]");
  }

  @Test
  void showsMetersWhereClientsLookForThem() throws Exception {
    String token = InContainerSession.TOKEN;
    HttpResponse<String> text = GatewayClient.send("api/metrics", null, token);
    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(text.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(text.body()).contains("wenshu_gateway_requests_total");
    HttpResponse<String> query =
        GatewayClient.send("api/metrics/query?query=processor_info", null, token);
    assertThat(query.body()).contains("\"job\":\"flow\"");
    assertThat(GatewayClient.send("api/metrics/query?query=up", null, token).body())
        .contains("\"result\":[]");
  }
}
