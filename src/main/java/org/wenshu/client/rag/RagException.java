package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.wenshu.client.ApplicationException;
import org.wenshu.client.ErrorType;
import org.wenshu.client.json.Json;

/** A request that the server answered with an error (contract, section 6). */
public final class RagException extends ApplicationException {
  private static final long serialVersionUID = 1L;

  private final int number;
  private final transient Map<String, Object> data;

  private RagException(int number, String message, Map<String, Object> data) {
    super(String.valueOf(number), typeOf(number), retriable(number), message);
    this.number = number;
    this.data = data;
  }

  static RagException of(ObjectNode error) {
    Map<String, Object> data =
        error.path("data") instanceof ObjectNode object ? Json.map(object) : Map.of();
    String message = Json.text(error, "message").orElse("the server gave no message");
    return new RagException(error.path("code").asInt(-32603), message, data);
  }

  /** The fine code, such as -31300 for a question that was not understood. */
  public int number() {
    return number;
  }

  /** The coarse code, where there is one. */
  public OptionalInt category() {
    return data.get("category_code") instanceof Number category
        ? OptionalInt.of(category.intValue())
        : OptionalInt.empty();
  }

  /** What the server told about the error; empty when nothing. */
  public Map<String, Object> data() {
    return data == null ? Map.of() : data;
  }

  /** Why a caller was not believed, such as {@code token_expired}; empty for other errors. */
  public Optional<String> reason() {
    return data().get("reason") instanceof String reason ? Optional.of(reason) : Optional.empty();
  }

  /** How long to wait before asking again, where the server says so. */
  public Optional<Duration> retryAfter() {
    return data().get("retry_after") instanceof Number seconds
        ? Optional.of(Duration.ofMillis(Math.round(seconds.doubleValue() * 1000)))
        : Optional.empty();
  }

  private static ErrorType typeOf(int number) {
    return switch (number) {
      case -32700, -32600, -32601, -32602, -32001, -31000, -31001 -> ErrorType.CALLER;
      case -31100, -31101, -31300, -31302, -31401 -> ErrorType.CALLER;
      case -31301, -31500, -31501, -31502 -> ErrorType.MODEL;
      case -31200, -31201, -31202, -31400 -> ErrorType.DATABASE;
      case -32002, -32003, -31102 -> ErrorType.RESOURCES;
      default -> ErrorType.INTERNAL;
    };
  }

  private static boolean retriable(int number) {
    return switch (number) {
      case -32000, -32002, -32003, -31200, -31202, -31400, -31500, -31501 -> true;
      default -> false;
    };
  }
}
