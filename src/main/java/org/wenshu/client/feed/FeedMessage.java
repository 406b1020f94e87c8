package org.wenshu.client.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * A message of the server, as handlers get it: the whole object. Data in the envelope form is laid
 * flat before, so that handlers see one shape. Immutable as long as nobody changes what {@link
 * #json()} returns; thread-safe.
 */
public final class FeedMessage {
  private final ObjectNode body;

  FeedMessage(ObjectNode body) {
    this.body = body;
  }

  /** {@code data}, {@code error}, {@code status} and so on; empty when there is none. */
  public String type() {
    return body.path("type").asText();
  }

  /** {@code price}, {@code depth} and so on, as it was spelled when subscribed; else empty. */
  public String dataType() {
    return body.path("data_type").asText();
  }

  /** The subscription it belongs to; empty when it belongs to none. */
  public String id() {
    JsonNode id = body.path("id");
    return id.isMissingNode() ? body.path("subscription_id").asText() : id.asText();
  }

  /** What the data is of; empty when it is no data. */
  public String symbol() {
    return body.path("symbol").asText();
  }

  /** A member that is text. */
  public Optional<String> text(String name) {
    JsonNode value = body.path(name);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  /** A member that is a number, exactly as it was written. */
  public Optional<BigDecimal> number(String name) {
    JsonNode value = body.path(name);
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  /** The price; of a quote the last price. */
  public Optional<BigDecimal> price() {
    return number("price").or(() -> number("last_price"));
  }

  /** The volume of the session, or of the trade. */
  public Optional<BigDecimal> volume() {
    return number("volume");
  }

  /** The whole object. It is shared by all handlers: read it only. */
  public JsonNode json() {
    return body;
  }

  /** The whole object as plain Java values. */
  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(FeedJson.map(body));
  }

  /** The object as JSON. */
  @Override
  public String toString() {
    return body.toString();
  }
}
