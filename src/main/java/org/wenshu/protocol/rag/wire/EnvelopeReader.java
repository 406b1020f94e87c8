package org.wenshu.protocol.rag.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.wenshu.protocol.rag.wire.Inbound.Malformed;
import org.wenshu.protocol.rag.wire.Inbound.Notification;
import org.wenshu.protocol.rag.wire.Inbound.Request;

/** Reads messages, rules 1 to 6 of section 2.3 in that order. Thread-safe. */
public final class EnvelopeReader {
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private EnvelopeReader() {}

  /** Reads a binary message, which should hold UTF-8 JSON. */
  public static Inbound read(ByteBuffer message) {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(message.duplicate()).toString());
    } catch (CharacterCodingException notText) {
      return new Malformed(Inbound.NO_ID, EnvelopeErrors.notText(message));
    }
  }

  /** Reads a text message. */
  public static Inbound read(String message) {
    JsonNode json;
    try {
      json = JSON.readTree(message);
    } catch (JsonProcessingException malformed) {
      String why = malformed.getOriginalMessage();
      return new Malformed(Inbound.NO_ID, EnvelopeErrors.notJson(message, why));
    }
    if (json.isMissingNode()) {
      return new Malformed(Inbound.NO_ID, EnvelopeErrors.notJson(message, "empty message"));
    }
    return json.isObject()
        ? read(json)
        : new Malformed(Inbound.NO_ID, EnvelopeErrors.notAnObject());
  }

  private static Inbound read(JsonNode message) {
    JsonNode id = message.path("id");
    if (!id.isMissingNode() && !id.isTextual()) {
      return new Malformed(Inbound.NO_ID, EnvelopeErrors.invalid("id", "must be a string"));
    }
    String usable = id.asText().isEmpty() ? Inbound.NO_ID : id.textValue();
    JsonNode type = message.path("type");
    return switch (type.isTextual() ? type.textValue() : "") {
      case "request" -> request(message, usable);
      case "notification" -> new Notification(message.path("method").asText());
      case "response", "error" -> new Malformed(usable, EnvelopeErrors.unsupported(type.asText()));
      default ->
          new Malformed(
              usable,
              type.isMissingNode()
                  ? EnvelopeErrors.missing("type")
                  : EnvelopeErrors.invalid("type", "must be \"request\" or \"notification\""));
    };
  }

  private static Inbound request(JsonNode message, String id) {
    JsonNode method = message.path("method");
    boolean hasId = !message.path("id").asText().isEmpty();
    boolean hasMethod =
        !method.isMissingNode() && !method.isNull() && !method.asText("-").isEmpty();
    if (!hasId || !hasMethod) {
      return new Malformed(
          id, EnvelopeErrors.missing(hasId ? "" : "id", hasMethod ? "" : "method"));
    }
    if (!method.isTextual()) {
      return new Malformed(id, EnvelopeErrors.invalid("method", "must be a string"));
    }
    if (method.textValue().length() > EnvelopeErrors.MAX_METHOD_CHARS) {
      return new Malformed(id, EnvelopeErrors.invalid("method", "must not exceed 100 characters"));
    }
    return new Request(id, method.textValue(), message.path("params"));
  }
}
