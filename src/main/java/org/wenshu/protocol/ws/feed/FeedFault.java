package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Why a request is refused (contract, section 11).
 *
 * @param details {@code rejected} and the like
 * @param suggestions by what was rejected
 */
record FeedFault(
    Code code, String message, ObjectNode details, ObjectNode suggestions, boolean retryable) {
  /** The codes of the contract, with whom they are about. */
  enum Code {
    INVALID_JSON("protocol"),
    UNSUPPORTED_TYPE("protocol"),
    MESSAGE_TOO_LARGE("protocol"),
    MISSING_FIELD("validation"),
    INVALID_FIELD("validation"),
    INVALID_SYMBOL("validation"),
    UNKNOWN_SYMBOL("validation"),
    INVALID_DATA_TYPE("validation"),
    INVALID_FREQUENCY("validation"),
    INVALID_FILTER("validation"),
    QUESTION_FAILED("validation"),
    MAX_SUBSCRIPTIONS_EXCEEDED("resource"),
    MAX_SYMBOLS_EXCEEDED("resource"),
    RATE_LIMITED("resource"),
    PERMISSION_DENIED("authentication"),
    AUTHENTICATION_FAILED("authentication"),
    INTERNAL_ERROR("system");

    private final String errorType;

    Code(String errorType) {
      this.errorType = errorType;
    }

    String errorType() {
      return errorType;
    }
  }

  static FeedFault of(Code code, String message) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return new FeedFault(code, message, json.objectNode(), json.objectNode(), false);
  }

  static FeedFault missing(String field) {
    return of(Code.MISSING_FIELD, "消息格式错误: " + field);
  }

  static FeedFault invalid(String field) {
    return of(Code.INVALID_FIELD, "消息格式错误: " + field);
  }

  FeedFault detail(String name, JsonNode value) {
    details.set(name, value);
    return this;
  }

  FeedFault suggest(String rejected, JsonNode what) {
    suggestions.set(rejected, what);
    return this;
  }

  FeedFault retryable(double afterSeconds) {
    details.put("retry_after", afterSeconds);
    return new FeedFault(code, message, details, suggestions, true);
  }
}
