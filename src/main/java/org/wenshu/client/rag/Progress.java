package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.wenshu.client.json.Json;

/**
 * How far a question is that takes long; the first comes after about ten seconds.
 *
 * @param progress from 0 to 1
 * @param message what the server is doing
 * @param elapsed since the server received the question
 */
public record Progress(double progress, String message, Duration elapsed) {
  static Progress of(JsonNode params) {
    return new Progress(
        params.path("progress").asDouble(),
        Json.text(params, "message").orElse(""),
        Duration.ofMillis(Math.round(params.path("elapsed").asDouble() * 1000)));
  }
}
