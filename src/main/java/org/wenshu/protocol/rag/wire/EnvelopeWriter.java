package org.wenshu.protocol.rag.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.wenshu.protocol.json.Surrogates;

/**
 * Writes messages: a success has a result and no error, a failure an error and no result (section
 * 2.1). Thread-safe.
 */
public final class EnvelopeWriter {
  /** Numbers are written without an exponent. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private EnvelopeWriter() {}

  /** The answer to a request that succeeded. */
  public static String success(String id, ObjectNode result) {
    return response(id, "result", result);
  }

  /** The answer to a request that failed. */
  public static String failure(String id, ObjectNode error) {
    return response(id, "error", error);
  }

  /** A message that is no answer. */
  public static String notification(String method, ObjectNode params) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("type", "notification");
    message.put("method", method);
    message.set("params", params);
    return text(message);
  }

  /** The text of a JSON value, without what cannot be encoded in UTF-8. */
  public static String text(JsonNode json) {
    try {
      return Surrogates.escapeLone(MAPPER.writeValueAsString(json));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String response(String id, String member, ObjectNode content) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("type", "response");
    message.put("id", id);
    message.set(member, content);
    return text(message);
  }
}
