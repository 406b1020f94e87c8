package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.protocol.ws.WsRequest.Ask;
import org.wenshu.protocol.ws.WsRequest.Reason;
import org.wenshu.protocol.ws.WsRequest.Rejected;

class RequestReaderTest {
  private final RequestReader reader = new RequestReader(10, 1 << 20, true);

  @Test
  void readsAQuestionAsReceived() {
    assertThat(read("{\"type\":\"query\",\"query\":\" 多少 \",\"other\":[1]}"))
        .isEqualTo(new Ask(" 多少 ", AnswerOptions.defaults()));
  }

  @Test
  void readsBinaryMessagesThatHoldText() {
    byte[] message = "{\"type\":\"query\",\"query\":\"多少\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(reader.read(ByteBuffer.wrap(message), AnswerOptions.defaults()))
        .isInstanceOf(Ask.class);
    assertRejected(
        reader.read(ByteBuffer.wrap(new byte[] {'{', (byte) 0xff}), AnswerOptions.defaults()),
        Reason.NOT_JSON,
        "请求不是有效的JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "hello", "{", "{\"type\":\"query\"} x", "{'type':'query'}", "[1"})
  void rejectsWhatIsNotJson(String message) {
    assertRejected(read(message), Reason.NOT_JSON, "请求不是有效的JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "\"query\"", "true"})
  void rejectsWhatIsNoObject(String message) {
    assertRejected(read(message), Reason.NOT_JSON, "请求必须是JSON对象");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"query\":\"x\"} | null",
        "{\"type\":\"Query\",\"query\":\"x\"} | Query",
        "{\"type\":5,\"query\":\"x\"} | 5",
        "{\"type\":null,\"query\":\"x\"} | null",
        "{\"type\":\"sub\\nscribe\",\"query\":\"x\"} | sub scribe"
      })
  void rejectsUnknownTypes(String message, String shown) {
    assertRejected(read(message), Reason.NOT_A_QUESTION, "不支持的消息类型: " + shown);
    assertThat(read(message).query()).contains("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"query\"}",
        "{\"type\":\"query\",\"query\":null}",
        "{\"type\":\"query\",\"query\":5}",
        "{\"type\":\"query\",\"query\":\"\"}",
        "{\"type\":\"query\",\"query\":\" \\u3000\\u00a0\\ufeff\"}"
      })
  void rejectsEmptyQuestions(String message) {
    assertRejected(read(message), Reason.BAD_QUESTION, "查询内容不能为空");
  }

  @Test
  void countsCharactersNotUnits() {
    String ten = "😀".repeat(10);

    assertThat(read("{\"type\":\"query\",\"query\":\"" + ten + "\"}")).isInstanceOf(Ask.class);
    assertRejected(
        read("{\"type\":\"query\",\"query\":\"" + ten + "x\"}"), Reason.BAD_QUESTION, "查询内容过长");
  }

  @Test
  void survivesDeepNesting() {
    assertRejected(read("[".repeat(100_000)), Reason.NOT_JSON, "请求不是有效的JSON");
  }

  @Test
  void readsOptions() {
    WsRequest request =
        read(
            "{\"type\":\"query\",\"query\":\"x\",\"stream\":\"none\",\"profile\":1,"
                + "\"id\":\"7\",\"quiet_retry\":true}");

    assertThat(request.options())
        .isEqualTo(new AnswerOptions(StreamMode.NONE, true, Optional.of("7"), true));
  }

  @Test
  void ignoresOptionsThatMakeNoSense() {
    String longId = "x".repeat(65);

    assertThat(
            read("{\"type\":\"query\",\"query\":\"x\",\"stream\":\"all\",\"profile\":3,\"id\":\""
                    + longId
                    + "\",\"quiet_retry\":\"yes\"}")
                .options())
        .isEqualTo(AnswerOptions.defaults());
    assertThat(read("{\"type\":\"query\",\"query\":\"x\",\"id\":5}").options().id()).isEmpty();
  }

  @Test
  void prefersTheRequestToTheDefaults() {
    AnswerOptions url = new AnswerOptions(StreamMode.NONE, true, Optional.of("url"), true);
    String request = "{\"type\":\"query\",\"query\":\"x\",\"stream\":\"delta\",\"profile\":\"2\"}";

    assertThat(reader.read(request, url).options())
        .isEqualTo(new AnswerOptions(StreamMode.DELTA, false, Optional.of("url"), true));
  }

  private WsRequest read(String message) {
    return reader.read(message, AnswerOptions.defaults());
  }

  private static void assertRejected(WsRequest request, Reason reason, String error) {
    assertThat(request)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(reason);
              assertThat(rejected.error()).isEqualTo(error);
            });
  }
}
