package org.wenshu.protocol.rag.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.protocol.rag.wire.Inbound.Request;
import org.wenshu.question.Language;

class EnvelopeWriterTest {
  @Test
  void givesSuccessAResultAndNoError() {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.putArray("suggestions");

    assertThat(EnvelopeWriter.success("req-4", result))
        .isEqualTo("{\"type\":\"response\",\"id\":\"req-4\",\"result\":{\"suggestions\":[]}}");
  }

  @Test
  void givesFailureAnErrorAndNoResult() {
    RagError error =
        RagError.of(RagCode.METHOD_NOT_FOUND, "方法未找到: query.foo", "Method not found: query.foo")
            .with("method", "query.foo")
            .with("available_methods", List.of("query.execute"));

    assertThat(EnvelopeWriter.failure("req-5", error.toJson(Language.CHINESE, false)))
        .isEqualTo(
            "{\"type\":\"response\",\"id\":\"req-5\",\"error\":{\"code\":-32601,"
                + "\"message\":\"方法未找到: query.foo\",\"data\":{\"method\":\"query.foo\","
                + "\"available_methods\":[\"query.execute\"]}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "req-1",
        "\\u4e00\\\"\\\\\\n\\u0000",
        "\\ud800",
        "a\\udc00b",
        "\\ud83d\\ude00",
        "\\u2028"
      })
  void echoesEveryId(String escaped) throws Exception {
    Request request =
        (Request)
            EnvelopeReader.read(
                "{\"type\":\"request\",\"method\":\"m\",\"id\":\"" + escaped + "\"}");

    String answer = EnvelopeWriter.success(request.id(), JsonNodeFactory.instance.objectNode());

    byte[] sent = answer.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    JsonNode received = JsonMapper.builder().build().readTree(sent);
    assertThat(received.path("id").textValue()).isEqualTo(request.id());
  }

  @Test
  void tellsConfidentialMembersToAdministratorsOnly() {
    RagError error =
        RagError.of(RagCode.DB_CONNECTION, "数据库暂时不可用", "The database is not available")
            .with("retry_count", 3)
            .confidentially("host", "db.internal");

    assertThat(error.toJson(Language.ENGLISH, false).toString())
        .isEqualTo(
            "{\"code\":-31200,\"message\":\"The database is not available\","
                + "\"data\":{\"category_code\":-31003,\"retry_count\":3}}");
    assertThat(error.toJson(Language.CHINESE, true).path("data").path("host").asText())
        .isEqualTo("db.internal");
  }
}
