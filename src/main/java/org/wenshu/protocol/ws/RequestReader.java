package org.wenshu.protocol.ws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wenshu.protocol.ws.WsRequest.Ask;
import org.wenshu.protocol.ws.WsRequest.Reason;
import org.wenshu.protocol.ws.WsRequest.Rejected;

/** Reads requests (contract of the text2sql stream, section 2 and 4.4). Thread-safe. */
final class RequestReader {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .reader();
  private static final int MAX_TYPE_CHARS = 100;
  private static final Set<String> FEED_TYPES =
      Set.of(
          "subscribe",
          "unsubscribe",
          "heartbeat",
          "ping",
          "get_subscriptions",
          "get_stats",
          "ingest",
          "ack");

  private final int maxQuestionChars;
  private final int maxMessageBytes;
  private final boolean feed;

  /**
   * A reader with these limits.
   *
   * @param feed whether messages to the feed are among those that are understood
   */
  RequestReader(int maxQuestionChars, int maxMessageBytes, boolean feed) {
    this.maxQuestionChars = maxQuestionChars;
    this.maxMessageBytes = maxMessageBytes;
    this.feed = feed;
  }

  /** Reads a binary message, which should hold UTF-8 JSON. */
  WsRequest read(ByteBuffer message, AnswerOptions defaults) {
    try {
      if (GzipText.isGzip(message)) {
        WsRequest request = read(GzipText.read(message, maxMessageBytes), defaults);
        return request instanceof WsRequest.Feed ? request : notJson(Frames.NOT_JSON, defaults);
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(message).toString();
      return read(text, defaults);
    } catch (IOException notText) {
      return notJson(Frames.NOT_JSON, defaults);
    }
  }

  /** Reads a text message. */
  WsRequest read(String message, AnswerOptions defaults) {
    JsonNode request;
    try {
      request = JSON.readTree(message);
    } catch (JsonProcessingException malformed) {
      return notJson(Frames.NOT_JSON, defaults);
    }
    if (request.isMissingNode()) {
      return notJson(Frames.NOT_JSON, defaults);
    }
    if (!request.isObject()) {
      return notJson(Frames.NOT_AN_OBJECT, defaults);
    }
    return read(request, defaults.overlaidBy(name -> member(request, name)));
  }

  private WsRequest read(JsonNode request, AnswerOptions options) {
    JsonNode type = request.path("type");
    JsonNode query = request.path("query");
    Optional<String> text = query.isTextual() ? Optional.of(query.textValue()) : Optional.empty();
    if (feed && isOfFeed(type, request.has("action"))) {
      return new WsRequest.Feed(request, options);
    }
    if (!type.isTextual() || !type.textValue().equals("query")) {
      String error = Frames.UNKNOWN_TYPE + shown(type);
      return new Rejected(Reason.NOT_A_QUESTION, text, error, options);
    }
    if (text.isEmpty() || Blanks.isBlank(text.get())) {
      return new Rejected(Reason.BAD_QUESTION, text, Frames.EMPTY_QUESTION, options);
    }
    if (text.get().codePointCount(0, text.get().length()) > maxQuestionChars) {
      return new Rejected(Reason.BAD_QUESTION, text, Frames.LONG_QUESTION, options);
    }
    return new Ask(text.get(), options);
  }

  /**
   * Section 16 of the text2sql contract: by type in any letter case, or a member {@code action}.
   */
  private static boolean isOfFeed(JsonNode type, boolean hasAction) {
    return type.isTextual()
        ? FEED_TYPES.contains(type.textValue().toLowerCase(Locale.ROOT))
        : type.isMissingNode() && hasAction;
  }

  private static Rejected notJson(String error, AnswerOptions options) {
    return new Rejected(Reason.NOT_JSON, Optional.empty(), error, options);
  }

  private static Optional<String> member(JsonNode request, String name) {
    JsonNode value = request.path(name);
    boolean usable = value.isTextual() || (!name.equals("id") && value.isValueNode());
    return usable ? Optional.of(value.asText()) : Optional.empty();
  }

  private static String shown(JsonNode type) {
    String text =
        type.isMissingNode() ? "null" : type.isTextual() ? type.textValue() : type.toString();
    return Frames.error(text.substring(0, Math.min(text.length(), MAX_TYPE_CHARS)));
  }
}
