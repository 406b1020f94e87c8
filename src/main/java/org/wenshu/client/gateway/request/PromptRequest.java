package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.PromptResult;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.json.Json;

/** A template to be filled and given to the language model. */
public final class PromptRequest extends StreamableRequest<PromptResult, RagChunk, PromptRequest> {
  private PromptRequest(ObjectNode body) {
    super(body);
  }

  /** The id of the template, and what its names stand for. */
  public static PromptRequest of(String id, Map<String, ?> variables) {
    ObjectNode body = Json.object().put("id", id);
    body.set("variables", GatewayJson.tree(variables));
    return new PromptRequest(body);
  }

  @Override
  public String service() {
    return "prompt";
  }

  @Override
  ResponseReader<PromptResult> reader() {
    return PromptRequest::read;
  }

  @Override
  PromptRequest copy(ObjectNode newBody) {
    return new PromptRequest(newBody);
  }

  @Override
  ResponseReader<RagChunk> chunkReader() {
    return Readers::textChunk;
  }

  @Override
  RagChunk whole(PromptResult answer) {
    return new RagChunk(answer.text(), true);
  }

  /** A text wins, as it does for other clients; JSON comes as the text of JSON. */
  private static PromptResult read(JsonNode response) {
    Optional<String> text = GatewayJson.optionalText(response, "text");
    if (text.isPresent()) {
      return new PromptResult(text.get(), Optional.empty());
    }
    JsonNode object = GatewayJson.unwrapped(response, "object");
    return new PromptResult(object.toString(), Optional.of(object));
  }
}
