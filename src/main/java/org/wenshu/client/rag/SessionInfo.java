package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.wenshu.client.json.Json;

/**
 * A session as the server lists it.
 *
 * @param id what names it; works like a secret, so it is not for logs
 * @param label what its maker called it
 * @param createdAt when it was made
 * @param lastAccessed when it was used last, where told
 * @param expiresAt when it ends unless it is used
 * @param turns how many questions were asked in it
 */
public record SessionInfo(
    String id,
    String label,
    Optional<Instant> createdAt,
    Optional<Instant> lastAccessed,
    Optional<Instant> expiresAt,
    int turns) {
  static SessionInfo of(JsonNode json) {
    return new SessionInfo(
        json.path("session_id").asText(),
        json.path("user_id").asText(),
        Json.moment(json, "created_at"),
        Json.moment(json, "last_accessed"),
        Json.moment(json, "expires_at"),
        json.path("history_count").asInt(json.path("history").size()));
  }
}
