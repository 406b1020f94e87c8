package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wenshu.client.json.Json;

/**
 * A question that was asked in a session.
 *
 * @param question the words
 * @param sql the statement; empty when there was none
 * @param at when it was asked
 * @param success whether it was answered
 * @param error why it was not
 * @param executionTime how long it took
 */
public record Turn(
    String question,
    String sql,
    Optional<Instant> at,
    boolean success,
    Optional<String> error,
    Duration executionTime) {
  static Turn of(JsonNode json) {
    return new Turn(
        json.path("query").asText(),
        json.path("sql").asText(),
        Json.moment(json, "timestamp"),
        json.path("success").asBoolean(),
        Json.text(json, "error"),
        Duration.ofNanos(json.path("execution_time").asLong()));
  }
}
