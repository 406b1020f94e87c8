package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wenshu.client.json.Json;

/**
 * Who the server takes the caller for.
 *
 * @param id the user's id; empty for a caller that showed no token
 * @param username how the user is called
 * @param roles the roles of the token
 * @param permissions what it allows, such as {@code table:*:read}
 * @param expiresAt when the token ends, where it does
 */
public record Identity(
    String id,
    String username,
    List<String> roles,
    List<String> permissions,
    Optional<Instant> expiresAt) {
  static final Identity NOBODY = new Identity("", "", List.of(), List.of(), Optional.empty());

  static Identity of(JsonNode result) {
    JsonNode user = result.path("user");
    return new Identity(
        user.path("id").asText(),
        user.path("username").asText(),
        Json.texts(user.path("roles")),
        Json.texts(user.path("permissions")),
        Json.moment(result, "expires_at"));
  }
}
