package org.wenshu.client.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wenshu.client.ApplicationException;
import org.wenshu.client.ErrorType;

/**
 * The server refuses a subscription, or ends a question that was open. {@link #code()} is that of
 * the contract: {@code UNKNOWN_SYMBOL}, {@code MAX_SUBSCRIPTIONS_EXCEEDED}, {@code
 * PERMISSION_DENIED} and so on; codes of newer servers come as they are.
 */
public final class SubscriptionRefusedException extends ApplicationException {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final transient Map<String, List<String>> suggestions;

  private SubscriptionRefusedException(
      String code,
      ErrorType type,
      boolean retriable,
      String message,
      String id,
      Map<String, List<String>> suggestions) {
    super(code, type, retriable, message);
    this.id = id;
    this.suggestions = suggestions;
  }

  static SubscriptionRefusedException of(FeedMessage error) {
    JsonNode json = error.json();
    String message = json.path("message").asText(json.path("error").asText());
    return new SubscriptionRefusedException(
        json.path("code").asText("UNKNOWN"),
        type(json.path("error_type").asText()),
        json.path("retryable").asBoolean(),
        message,
        error.id(),
        suggestions(json.path("suggestions")));
  }

  private static ErrorType type(String wire) {
    return switch (wire.toLowerCase(Locale.ROOT)) {
      case "protocol", "validation", "authentication" -> ErrorType.CALLER;
      case "resource" -> ErrorType.RESOURCES;
      default -> ErrorType.INTERNAL;
    };
  }

  private static Map<String, List<String>> suggestions(JsonNode node) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      List<String> meant = new ArrayList<>();
      member.getValue().forEach(one -> meant.add(one.asText()));
      all.put(member.getKey(), List.copyOf(meant));
    }
    return all;
  }

  /** The subscription. */
  public String id() {
    return id;
  }

  /** What may have been meant, by what was rejected; empty when the server has no idea. */
  public Map<String, List<String>> suggestions() {
    return suggestions == null ? Map.of() : Map.copyOf(suggestions);
  }
}
