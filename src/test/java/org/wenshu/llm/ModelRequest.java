package org.wenshu.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A chat request as it crossed the wire.
 *
 * @param path such as {@code /v1/chat/completions}
 * @param headers names in lower case
 * @param body the JSON object
 */
public record ModelRequest(String path, Map<String, String> headers, JsonNode body) {
  /** The text of every system message, joined. */
  public String system() {
    return textsOf("system");
  }

  /** The text of every user message, joined. */
  public String user() {
    return textsOf("user");
  }

  private String textsOf(String role) {
    List<String> texts = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      if (message.path("role").asText().equals(role)) {
        texts.add(message.path("content").asText());
      }
    }
    return String.join("\n", texts);
  }
}
