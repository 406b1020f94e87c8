package org.wenshu.client.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server has said to a subscription. Members that an older server leaves out are empty.
 *
 * @param id the subscription
 * @param status {@code active}, or {@code pending} while its source is down
 * @param message for people
 * @param symbols those that are delivered
 * @param dataTypes those that are delivered
 * @param rejected symbols and types that were asked for and are not delivered
 * @param warnings for people
 */
public record SubscriptionConfirmation(
    String id,
    String status,
    String message,
    List<String> symbols,
    List<String> dataTypes,
    List<String> rejected,
    List<String> warnings) {
  /** Nobody else's lists. */
  public SubscriptionConfirmation {
    symbols = List.copyOf(symbols);
    dataTypes = List.copyOf(dataTypes);
    rejected = List.copyOf(rejected);
    warnings = List.copyOf(warnings);
  }

  static SubscriptionConfirmation of(FeedMessage message) {
    JsonNode json = message.json();
    return new SubscriptionConfirmation(
        message.id(),
        json.path("status").asText(),
        json.path("message").asText(),
        texts(json.path("symbols")),
        texts(json.path("data_types")),
        texts(json.path("rejected")),
        texts(json.path("warnings")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.isTextual() ? one.textValue() : one.toString()));
    return texts;
  }
}
