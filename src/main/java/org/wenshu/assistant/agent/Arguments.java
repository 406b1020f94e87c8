package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds the arguments of tools in what models write. */
final class Arguments {
  private Arguments() {}

  /** That argument, else the bare text; empty when there is neither. */
  static String text(JsonNode arguments, String name) {
    JsonNode value = arguments.path(name);
    return value.isMissingNode() ? arguments.path("input").asText("") : value.asText("");
  }
}
