package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.json.Json;

/** A text for the language model. */
public final class TextCompletionRequest extends GeneratedTextRequest<TextCompletionRequest> {
  private TextCompletionRequest(ObjectNode body) {
    super(body);
  }

  /** What the model is told about its part, and what it is asked. */
  public static TextCompletionRequest of(String system, String prompt) {
    return new TextCompletionRequest(Json.object().put("system", system).put("prompt", prompt));
  }

  @Override
  public String service() {
    return "text-completion";
  }

  @Override
  TextCompletionRequest copy(ObjectNode newBody) {
    return new TextCompletionRequest(newBody);
  }
}
