package org.wenshu.protocol.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wenshu.protocol.gateway.GatewayClient.call;
import static org.wenshu.protocol.gateway.GatewayClient.failure;
import static org.wenshu.protocol.gateway.GatewayClient.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.WenshuDeployment;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;

/** The services of flows, over HTTP and the socket, with a scripted model behind them. */
class GatewayServicesIT extends WenshuDeployment {
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
  void rendersPrompts() throws Exception {
    put("prompt", "template.greet", "{\"prompt\":\"Greet {{name}}\",\"response-type\":\"text\"}");
    put("prompt", "template.list", "{\"prompt\":\"List {{name}}\",\"response-type\":\"json\"}");
    model.when("Greet Ann", ModelScript.text("Hello Ann"));
    model.when("List Ann", ModelScript.text("```json\n[1,2]\n```"));
    JsonNode text = service("prompt", "{\"id\":\"greet\",\"variables\":{\"name\":\"Ann\"}}");
    assertThat(text.path("text").textValue()).isEqualTo("Hello Ann");
    JsonNode terms = service("prompt", "{\"id\":\"greet\",\"terms\":{\"name\":\"\\\"Ann\\\"\"}}");
    assertThat(terms.path("response").textValue()).isEqualTo("Hello Ann");
    JsonNode object = service("prompt", "{\"id\":\"list\",\"variables\":{\"name\":\"Ann\"}}");
    assertThat(object.path("object").textValue()).isEqualTo("[1,2]");
    assertThat(object.has("text")).isFalse();
    assertThat(failure("flow/default/service/prompt", "{\"id\":\"none\"}"))
        .startsWith("llm-error: ");
    try (GatewaySocket socket = GatewaySocket.open()) {
      List<JsonNode> stream =
          socket
              .send(
                  "p",
                  "prompt",
                  "{\"id\":\"greet\",\"variables\":{\"name\":\"Ann\"},\"streaming\":true}")
              .answer();
      assertThat(join(stream, "text")).isEqualTo("Hello Ann");
      assertThat(join(stream, "response")).isEqualTo("Hello Ann");
    }
  }

  @Test
  void asksTheDatabase() throws Exception {
    model.when("几个用户", ModelScript.sql("SELECT COUNT(*) AS n FROM users"));
    JsonNode rows = service("structured-query", "{\"question\":\"有几个用户\",\"user\":\"u\"}");
    assertThat(rows.path("data").path("users").get(0).path("n").isNumber()).isTrue();
    assertThat(rows.path("errors").toString()).isEqualTo("[]");
    assertThat(rows.path("sql").textValue()).contains("COUNT");
    assertThat(rows.path("columns").toString()).isEqualTo("[\"n\"]");
    JsonNode sql = service("nlp-query", "{\"question\":\"有几个用户\",\"max_results\":10}");
    assertThat(sql.path("sql").textValue()).contains("COUNT");
    assertThat(sql.path("graphql_query").isTextual()).isTrue();
    assertThat(sql.path("detected_schemas").toString()).isEqualTo("[\"users\"]");
    model.when("删掉", ModelScript.sql("DROP TABLE users"));
    assertThat(failure("flow/default/service/structured-query", "{\"question\":\"删掉用户表\"}"))
        .startsWith("structured-query-error: ");
  }

  @Test
  void takesStepsAsAnAgent() throws Exception {
    model.when("几个用户", ModelScript.sql("SELECT COUNT(*) AS n FROM users"));
    model.when(
        "Question: How many are there?",
        ModelScript.text(
            "Thought: I ask.\nAction: ask\nArgs: {\"question\":\"有几个用户\"}\nObservation: "),
        ModelScript.text("Thought: I know.\nFinal Answer: Several users."));
    try (GatewaySocket socket = GatewaySocket.open()) {
      List<JsonNode> frames =
          socket
              .send(
                  "a",
                  "agent",
                  "{\"question\":\"How many are there?\",\"user\":\"u\",\"streaming\":true}")
              .answer();
      String kinds =
          join(frames, "chunk_type").replaceAll("(thought)+", "t").replaceAll("(answer)+", "a");
      assertThat(kinds).isEqualTo("tactionobservationta");
      JsonNode last = frames.get(frames.size() - 1).path("response");
      assertThat(last.path("end_of_dialog").asBoolean()).isTrue();
      assertThat(join(frames, "content")).contains("SELECT COUNT(*)", "Several users.");
    }
    model.when(
        "Question: Hello?", ModelScript.text("Thought: easy\nFinal Answer: Hello to you too."));
    JsonNode whole = service("agent", "{\"question\":\"Hello?\",\"user\":\"u\",\"history\":[]}");
    assertThat(whole.path("answer").textValue()).isEqualTo("Hello to you too.");
    assertThat(whole.has("thought")).isFalse();
  }

  @Test
  void usesToolsOneByOne() throws Exception {
    JsonNode found =
        service("mcp-tool", "{\"name\":\"schema-search\",\"parameters\":{\"words\":\"users\"}}");
    assertThat(found.path("text").textValue()).contains("users");
    assertThat(failure("flow/default/service/mcp-tool", "{\"name\":\"none\",\"parameters\":{}}"))
        .startsWith("tool-error: ");
  }

  @Test
  void answersFromTriples() throws Exception {
    put("t", "k", "v");
    call(
        "knowledge",
        "{\"operation\":\"put-kg-core\",\"user\":\"gw\",\"id\":\"core\",\"triples\":{\"triples\":["
            + triple("http://x/acme", "http://x/sells", "bolts")
            + ","
            + triple("http://x/acme", "http://x/located-in", "Berlin")
            + "]}}");
    assertThat(call("knowledge", "{\"operation\":\"list-kg-cores\",\"user\":\"gw\"}").path("ids"))
        .hasToString("[\"core\"]");
    String core = "\"user\":\"gw\",\"id\":\"core\",\"flow\":\"default\",\"collection\":\"kg\"}";
    call("knowledge", "{\"operation\":\"load-kg-core\"," + core);
    String query = "{\"user\":\"gw\",\"collection\":\"kg\",\"o\":\"bolts\",\"limit\":10}";
    JsonNode found = awaitNonEmpty("triples", query, "response");
    assertThat(found.path("response").get(0).path("s").path("v").textValue())
        .isEqualTo("http://x/acme");
    assertThat(found.path("response").get(0).path("o").path("e").asBoolean()).isFalse();
    try (GatewaySocket socket = GatewaySocket.open()) {
      JsonNode frame = socket.send("t", "triples", query).next();
      assertThat(frame.path("response").path("response").size()).isEqualTo(1);
      List<JsonNode> parts =
          socket
              .sendText(
                  "{\"id\":\"g\",\"service\":\"knowledge\",\"request\":{\"operation\":"
                      + "\"get-kg-core\",\"user\":\"gw\",\"id\":\"core\"}}")
              .answer();
      assertThat(parts.get(0).path("response").path("triples").path("triples").size()).isEqualTo(2);
      assertThat(parts.get(parts.size() - 1).path("response").path("eos").asBoolean()).isTrue();
    }
    model.when("Question: Who sells bolts?", ModelScript.pieces("Acme ", "sells them."));
    JsonNode answer =
        service(
            "graph-rag", "{\"query\":\"Who sells bolts?\",\"user\":\"gw\",\"collection\":\"kg\"}");
    assertThat(answer.path("response").textValue()).isEqualTo("Acme sells them.");
    assertThat(model.requests().get(model.requests().size() - 1).user())
        .contains("(acme, sells, bolts)");
    call("knowledge", "{\"operation\":\"unload-kg-core\"," + core);
    call("knowledge", "{\"operation\":\"delete-kg-core\",\"user\":\"gw\",\"id\":\"core\"}");
    assertThat(failure("knowledge", "{\"operation\":\"load-kg-core\"," + core))
        .startsWith("load-error: ");
  }

  @Test
  void answersFromDocuments() throws Exception {
    String text =
        "The return rate is the number of returned orders divided by all orders. "
            + "Bolts are stored in hall four.";
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    ObjectNode metadata =
        (ObjectNode)
            GatewayClient.JSON.readTree(
                "{\"id\":\"d1\",\"time\":1700000000,\"kind\":\"text/plain\",\"title\":\"Terms\","
                    + "\"comments\":\"\",\"metadata\":["
                    + triple("http://x/d1", "http://x/about", "returns")
                    + "],\"user\":\"lib\",\"tags\":[\"a\"]}");
    String document = "\"document-metadata\":" + metadata;
    call(
        "librarian",
        "{\"operation\":\"add-document\"," + document + ",\"content\":\"" + base64 + "\"}");
    assertThat(
            failure(
                "librarian", "{\"operation\":\"add-document\"," + document + ",\"content\":\"\"}"))
        .startsWith("unexpected-error: ");
    JsonNode listed = call("librarian", "{\"operation\":\"list-documents\",\"user\":\"lib\"}");
    assertThat(listed.path("document-metadatas").get(0)).isEqualTo(metadata);
    String named = "\"user\":\"lib\",\"document-id\":\"d1\"}";
    call(
        "librarian",
        "{\"operation\":\"update-document\",\"document-metadata\":{\"user\":\"lib\",\"document-id\":"
            + "\"d1\",\"time\":5,\"title\":\"New\",\"comments\":\"c\",\"metadata\":[],\"tags\":[]}}");
    JsonNode got = call("librarian", "{\"operation\":\"get-document\"," + named);
    assertThat(got.path("document-metadata").path("title").textValue()).isEqualTo("New");
    assertThat(got.path("document-metadata").path("time").asLong()).isEqualTo(5);
    String processing =
        "{\"id\":\"p1\",\"document-id\":\"d1\",\"time\":6,\"flow\":\"default\",\"user\":\"lib\","
            + "\"collection\":\"docs\",\"tags\":[]}";
    call(
        "librarian",
        "{\"operation\":\"add-processing\",\"processing-metadata\":" + processing + "}");
    assertThat(
            call("librarian", "{\"operation\":\"list-processing\",\"user\":\"lib\"}")
                .path("processing-metadatas"))
        .hasToString("[" + processing + "]");
    String where = "\"user\":\"lib\",\"collection\":\"docs\"";
    JsonNode chunks =
        awaitNonEmpty("document-embeddings", "{\"text\":\"return rate\"," + where + "}", "chunks");
    assertThat(chunks.path("chunks").get(0).textValue()).contains("returned orders");
    model.when("Question: What is the return rate?", ModelScript.text("Returned by all."));
    JsonNode answer =
        service("document-rag", "{\"query\":\"What is the return rate?\"," + where + "}");
    assertThat(answer.path("response").textValue()).isEqualTo("Returned by all.");
    call(
        "librarian",
        "{\"operation\":\"remove-processing\",\"user\":\"lib\",\"processing-id\":\"p1\"}");
    call("librarian", "{\"operation\":\"remove-document\"," + named);
    assertThat(failure("librarian", "{\"operation\":\"get-document\"," + named))
        .startsWith("unexpected-error: ");
  }

  @Test
  void takesTextsAndRefusesWhatIsNone() throws Exception {
    assertThat(
            service(
                "text-load",
                "{\"id\":\"t1\",\"metadata\":[],\"charset\":\"utf-8\",\"text\":\"eA==\"}"))
        .hasToString("{}");
    assertThat(failure("flow/default/service/text-load", "{\"text\":\"???\"}"))
        .startsWith("load-error: ");
    assertThat(
            failure("flow/default/service/text-load", "{\"text\":\"eA==\",\"charset\":\"none\"}"))
        .startsWith("load-error: ");
    assertThat(failure("flow/default/service/document-load", "{\"data\":\"JVBERi0xLjQ=\"}"))
        .startsWith("load-error: ");
  }

  @Test
  void embedsAndManagesCollections() throws Exception {
    JsonNode vectors = service("embeddings", "{\"text\":\"hello\"}").path("vectors");
    assertThat(vectors.size()).isEqualTo(1);
    assertThat(vectors.get(0).size()).isGreaterThan(10);
    assertThat(service("graph-embeddings", "{\"text\":\"x\",\"user\":\"none\"}").path("entities"))
        .hasToString("[]");
    assertThat(failure("flow/default/service/graph-embeddings", "{}"))
        .startsWith("request-error: ");
    call(
        "collection-management",
        "{\"operation\":\"update-collection\",\"user\":\"cu\",\"collection\":\"c\",\"name\":\"n\",\"tags\":[\"t\"]}");
    JsonNode updated =
        call(
            "collection-management",
            "{\"operation\":\"update-collection\",\"user\":\"cu\",\"collection\":\"c\",\"description\":\"d\"}");
    assertThat(updated.path("collections"))
        .hasToString(
            "[{\"user\":\"cu\",\"collection\":\"c\",\"name\":\"n\",\"description\":\"d\",\"tags\":[\"t\"]}]");
    String list = "{\"operation\":\"list-collections\",\"user\":\"cu\",\"tag_filter\":[\"%s\"]}";
    assertThat(call("collection-management", list.formatted("t")).path("collections").size())
        .isEqualTo(1);
    assertThat(call("collection-management", list.formatted("u")).path("collections").size())
        .isZero();
    call(
        "collection-management",
        "{\"operation\":\"delete-collection\",\"user\":\"cu\",\"collection\":\"c\"}");
    assertThat(call("collection-management", list.formatted("t")).path("collections").size())
        .isZero();
  }

  @Test
  void asksImportedRows() throws Exception {
    put(
        "schema",
        "it_items",
        "{\"name\":\"it_items\",\"fields\":[{\"name\":\"name\",\"primary_key\":true},"
            + "{\"name\":\"unit_price\",\"type\":\"float\"}]}");
    String where = "user=ru&collection=rc&token=" + InContainerSession.TOKEN;
    try (GatewaySocket rows =
        GatewaySocket.open("api/v1/flow/default/import/objects?schema=it_items&" + where)) {
      rows.sendText("{\"name\":\"bolt\",\"unit_price\":\"1.5\"}");
      rows.sendText("{\"name\":\"nut\",\"unit_price\":\"12.25\"}");
    }
    String query =
        "query Q($p: Float) { it_items(where: {unit_price: {gt: $p}}) { name unit_price } }";
    String body =
        "{\"query\":\"%s\",\"user\":\"ru\",\"collection\":\"rc\",\"variables\":{\"p\":9},\"operation_name\":\"Q\"}"
            .formatted(query);
    JsonNode answer = service("objects", body);
    for (int i = 0; i < 50 && answer.path("data").path("it_items").isEmpty(); i++) {
      Thread.sleep(100);
      answer = service("objects", body);
    }
    assertThat(answer)
        .hasToString("{\"data\":{\"it_items\":[{\"name\":\"nut\",\"unit_price\":12.25}]}}");
    JsonNode wrong = service("objects", "{\"query\":\"{ it_items { nothing } }\"}");
    assertThat(wrong.path("data").isNull()).isTrue();
    assertThat(wrong.path("errors").get(0).path("message").isTextual()).isTrue();
  }

  @Test
  void findsImportedEntitiesByText() throws Exception {
    JsonNode vector = service("embeddings", "{\"text\":\"return rate\"}").path("vectors").get(0);
    String where = "user=eu&collection=ec&token=" + InContainerSession.TOKEN;
    try (GatewaySocket entities =
        GatewaySocket.open("api/v1/flow/default/import/graph-embeddings?" + where)) {
      entities.sendText("{\"entity\":\"http://x/return-rate\",\"embedding\":" + vector + "}");
    }
    JsonNode found =
        awaitNonEmpty(
            "graph-embeddings",
            "{\"text\":\"the rate of returns\",\"user\":\"eu\",\"collection\":\"ec\",\"limit\":10}",
            "entities");
    assertThat(found.path("entities").get(0).path("v").textValue())
        .isEqualTo("http://x/return-rate");
    assertThat(found.path("entities").get(0).path("e").asBoolean()).isTrue();
  }

  private static JsonNode awaitNonEmpty(String kind, String body, String field) throws Exception {
    for (int attempt = 0; attempt < 100; attempt++) {
      JsonNode answer = service(kind, body);
      if (!answer.path(field).isEmpty()) {
        return answer;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("Nothing was found: " + body);
  }

  private static void put(String type, String key, String value) throws Exception {
    ObjectNode entry = GatewayClient.JSON.createObjectNode();
    entry.put("type", type).put("key", key).put("value", value);
    call("config", "{\"operation\":\"put\",\"values\":[" + entry + "]}");
  }

  private static String triple(String s, String p, String o) {
    return "{\"s\":{\"v\":\"%s\",\"e\":true},\"p\":{\"v\":\"%s\",\"e\":true},\"o\":{\"v\":\"%s\",\"e\":false}}"
        .formatted(s, p, o);
  }

  private static String join(List<JsonNode> frames, String field) {
    StringBuilder text = new StringBuilder();
    frames.forEach(frame -> text.append(frame.path("response").path(field).asText("")));
    return text.toString();
  }
}
