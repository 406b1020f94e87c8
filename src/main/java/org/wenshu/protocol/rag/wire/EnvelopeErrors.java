package org.wenshu.protocol.rag.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What is said of messages that are no requests (sections 2.3 and 6). */
final class EnvelopeErrors {
  static final int MAX_METHOD_CHARS = 100;
  private static final int MAX_RAW_CHARS = 200;

  private EnvelopeErrors() {}

  /** The raw message is cut to what may be echoed; it was sent by the one who reads it. */
  static RagError notJson(String message, String why) {
    return RagError.of(RagCode.PARSE_ERROR, "消息不是有效的 JSON", "The message is not valid JSON")
        .with("raw_message", head(message))
        .with("parse_error", head(why));
  }

  static RagError notText(ByteBuffer message) {
    ByteBuffer start = message.duplicate();
    start.limit(Math.min(start.limit(), start.position() + MAX_RAW_CHARS));
    return notJson(StandardCharsets.UTF_8.decode(start).toString(), "not UTF-8");
  }

  static RagError notAnObject() {
    return RagError.of(
        RagCode.INVALID_REQUEST, "消息必须是 JSON 对象", "The message must be a JSON object");
  }

  static RagError missing(String... fields) {
    List<String> missing = Arrays.stream(fields).filter(field -> !field.isEmpty()).toList();
    String names = String.join(", ", missing);
    return RagError.of(RagCode.INVALID_REQUEST, "请求缺少字段: " + names, "The request lacks: " + names)
        .with("missing_fields", missing);
  }

  static RagError invalid(String field, String why) {
    return RagError.of(
            RagCode.INVALID_REQUEST,
            "请求字段无效: " + field,
            "The request has an invalid field: " + field)
        .with("invalid_fields", JsonNodeFactory.instance.objectNode().put(field, why));
  }

  static RagError unsupported(String type) {
    return RagError.of(
        RagCode.INVALID_REQUEST,
        "不支持来自客户端的消息类型: " + type,
        "Clients do not send messages of type " + type);
  }

  private static String head(String text) {
    int length = Math.min(text.length(), MAX_RAW_CHARS);
    boolean splits = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }
}
