package org.wenshu.knowledge.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A wish to run a blueprint.
 *
 * @param flow the id it is to run under
 * @param blueprint its name
 * @param description for people
 * @param parameters the caller's values; any JSON, kept as text
 */
public record FlowStart(
    String flow, String blueprint, String description, Map<String, JsonNode> parameters) {
  /** Copies the map; refuses empty names. */
  public FlowStart {
    parameters = Map.copyOf(parameters);
    requireText("flow-id", flow);
    requireText("blueprint-name", blueprint);
    requireText("description", description);
  }

  private static void requireText(String field, String text) {
    if (text.isBlank()) {
      throw FlowException.missing(field);
    }
  }
}
