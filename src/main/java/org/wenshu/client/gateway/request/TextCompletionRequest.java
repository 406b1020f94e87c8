package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.gateway.call.Json;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.data.TextResult;

/** A text for the language model. */
public final class TextCompletionRequest
    extends StreamableRequest<TextResult, RagChunk, TextCompletionRequest> {
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
  ResponseReader<TextResult> reader() {
    return Readers::text;
  }

  @Override
  TextCompletionRequest copy(ObjectNode newBody) {
    return new TextCompletionRequest(newBody);
  }

  @Override
  ResponseReader<RagChunk> chunkReader() {
    return Readers::textChunk;
  }

  @Override
  RagChunk whole(TextResult answer) {
    return new RagChunk(answer.text(), true);
  }
}
