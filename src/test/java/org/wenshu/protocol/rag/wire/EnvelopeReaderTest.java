package org.wenshu.protocol.rag.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.protocol.rag.wire.Inbound.Malformed;
import org.wenshu.protocol.rag.wire.Inbound.Notification;
import org.wenshu.protocol.rag.wire.Inbound.Request;
import org.wenshu.question.Language;

class EnvelopeReaderTest {
  @Test
  void readsRequests() {
    Request request =
        (Request)
            EnvelopeReader.read(
                "{\"type\":\"request\",\"id\":\"req-1\",\"method\":\"x\",\"params\":{\"a\":1},"
                    + "\"more\":[]}");

    assertThat(request.id()).isEqualTo("req-1");
    assertThat(request.method()).isEqualTo("x");
    assertThat(request.params().path("a").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "", "  ", "{", "{}{}", "{\"a\":NaN}", "\u0000"})
  void answersWhatIsNotJson(String message) {
    Malformed malformed = malformed(message);

    assertThat(malformed.id()).isEqualTo("error");
    assertThat(malformed.error().code()).isEqualTo(RagCode.PARSE_ERROR);
    assertThat(malformed.error().message().chinese()).contains("JSON");
    assertThat(malformed.error().message().english()).contains("JSON");
    assertThat(data(malformed).path("raw_message").asText()).isEqualTo(message);
    assertThat(data(malformed).path("parse_error").asText()).isNotEmpty();
  }

  @Test
  void echoesNoMoreThan200Characters() {
    assertThat(data(malformed("x".repeat(5000))).path("raw_message").asText()).hasSize(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "[]|error|-",
        "\"request\"|error|-",
        "null|error|-",
        "{\"type\":\"request\",\"id\":7,\"method\":\"m\"}|error|invalid_fields.id",
        "{\"type\":\"notification\",\"id\":7}|error|invalid_fields.id",
        "{\"id\":\"r\",\"method\":\"m\"}|r|missing_fields.type",
        "{\"method\":\"m\"}|error|missing_fields.type",
        "{\"type\":\"Request\",\"id\":\"r\",\"method\":\"m\"}|r|invalid_fields.type",
        "{\"type\":4,\"id\":\"r\",\"method\":\"m\"}|r|invalid_fields.type",
        "{\"type\":\"response\",\"id\":\"r\",\"result\":{}}|r|-",
        "{\"type\":\"error\",\"id\":\"r\"}|r|-",
        "{\"type\":\"request\",\"method\":\"m\"}|error|missing_fields.id",
        "{\"type\":\"request\",\"id\":\"\",\"method\":\"m\"}|error|missing_fields.id",
        "{\"type\":\"request\",\"id\":\"r\"}|r|missing_fields.method",
        "{\"type\":\"request\",\"id\":\"r\",\"method\":\"\"}|r|missing_fields.method",
        "{\"type\":\"request\",\"id\":\"r\",\"method\":null}|r|missing_fields.method",
        "{\"type\":\"request\",\"id\":\"r\",\"method\":5}|r|invalid_fields.method"
      })
  void answersEnvelopesThatAreNoRequest(String message, String id, String field) {
    Malformed malformed = malformed(message);

    assertThat(malformed.error().code()).isEqualTo(RagCode.INVALID_REQUEST);
    assertThat(malformed.id()).isEqualTo(id);
    if (!field.equals("-")) {
      String member = field.substring(0, field.indexOf('.'));
      assertThat(data(malformed).path(member).toString())
          .contains('"' + field.substring(field.indexOf('.') + 1) + '"');
    }
  }

  @Test
  void answersMethodNamesBeyond100Characters() {
    String start = "{\"type\":\"request\",\"id\":\"r\",\"method\":\"";
    assertThat(EnvelopeReader.read(start + "m".repeat(100) + "\"}")).isInstanceOf(Request.class);
    assertThat(malformed(start + "m".repeat(101) + "\"}").error().code())
        .isEqualTo(RagCode.INVALID_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"heartbeat", "connection.close", "no.such"})
  void readsNotifications(String method) {
    assertThat(EnvelopeReader.read("{\"type\":\"notification\",\"method\":\"" + method + "\"}"))
        .isEqualTo(new Notification(method));
    assertThat(EnvelopeReader.read("{\"type\":\"notification\"}")).isEqualTo(new Notification(""));
  }

  @Test
  void readsBinaryMessages() {
    byte[] message =
        "{\"type\":\"request\",\"id\":\"号\",\"method\":\"m\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(((Request) EnvelopeReader.read(ByteBuffer.wrap(message))).id()).isEqualTo("号");

    message[2] = (byte) 0xff;
    Malformed malformed = (Malformed) EnvelopeReader.read(ByteBuffer.wrap(message));
    assertThat(malformed.id()).isEqualTo("error");
    assertThat(malformed.error().code()).isEqualTo(RagCode.PARSE_ERROR);
  }

  @Test
  void survivesDeepNesting() {
    assertThat(malformed("[".repeat(100_000)).error().code()).isEqualTo(RagCode.PARSE_ERROR);
  }

  private static Malformed malformed(String message) {
    return (Malformed) EnvelopeReader.read(message);
  }

  private static JsonNode data(Malformed malformed) {
    return malformed.error().toJson(Language.CHINESE, false).path("data");
  }
}
