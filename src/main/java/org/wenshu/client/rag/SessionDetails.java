package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.wenshu.client.json.Json;

/**
 * A session with what was said in it (contract, section 4.4).
 *
 * @param info what it is
 * @param history the questions, oldest first
 * @param context what follow-ups refer to, such as {@code last_table}
 * @param preferences such as {@code language} and {@code default_limit}
 */
public record SessionDetails(
    SessionInfo info,
    List<Turn> history,
    Map<String, Object> context,
    Map<String, Object> preferences) {
  static SessionDetails of(JsonNode json) {
    return new SessionDetails(
        SessionInfo.of(json),
        Json.list(json.path("history"), Turn::of),
        map(json.path("context")),
        map(json.path("preferences")));
  }

  private static Map<String, Object> map(JsonNode json) {
    return json instanceof ObjectNode object ? Json.map(object) : Map.of();
  }
}
