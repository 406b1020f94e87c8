package org.wenshu.client.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.wenshu.client.json.Json;

/** The result message of a question (contract, section 6). */
final class ResultMessage {
  private ResultMessage() {}

  /** The end that the frame tells, if it is the result message. */
  static Optional<AskEvent> read(String frame) {
    if (!frame.startsWith("{") || !frame.contains("query_result")) {
      return Optional.empty();
    }
    return Json.object(frame)
        .filter(json -> json.path("type").asText().equals("query_result"))
        .map(ResultMessage::end);
  }

  private static AskEvent end(ObjectNode json) {
    JsonNode rows = json.path("result");
    boolean success = json.path("status").asText().equals("success");
    // Some servers report a failure as a success whose result is the text of the error.
    if (success && !rows.isTextual()) {
      return new AskEvent.Answered(answer(json, rows));
    }
    String message = Json.text(json, success ? "result" : "error").orElse("");
    return new AskEvent.NotAnswered(
        new NoAnswer(kind(message), message, Json.text(json, "last_sql"), Json.map(json)));
  }

  private static Answer answer(ObjectNode json, JsonNode rows) {
    var maps = Json.rows(rows);
    ObjectNode rest = json.objectNode().setAll(json);
    var members = Json.map(rest.without("result"));
    return new Answer(
        Json.text(json, "query").orElse(""),
        Json.text(json, "sql").orElse(""),
        maps,
        json.path("row_count").asInt(maps.size()),
        Json.text(json, "timestamp").orElse(""),
        json.path("rewritten").asBoolean(),
        Json.text(json, "original_sql"),
        json.path("truncated").asBoolean(),
        "",
        members);
  }

  /** The kind that the server's words stand for. */
  static NoAnswer.Kind kind(String message) {
    if (message.startsWith(Frames.REWRITTEN_FAILED)) {
      return NoAnswer.Kind.EXECUTION_FAILED;
    }
    if (message.startsWith(Frames.NO_SQL)) {
      return NoAnswer.Kind.NO_SQL;
    }
    if (message.startsWith(Frames.BUSY)) {
      return NoAnswer.Kind.BUSY;
    }
    boolean request =
        message.startsWith("请求") || message.startsWith("不支持的消息类型") || message.startsWith("查询内容");
    return request ? NoAnswer.Kind.INVALID_QUESTION : NoAnswer.Kind.FAILED;
  }
}
