package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.EmbeddingsResult;
import org.wenshu.client.json.Json;

/** A text of which vectors are wanted. */
public final class EmbeddingsRequest extends ServiceRequest<EmbeddingsResult, EmbeddingsRequest> {
  private EmbeddingsRequest(ObjectNode body) {
    super(body);
  }

  /** The vectors of this text. */
  public static EmbeddingsRequest of(String text) {
    return new EmbeddingsRequest(Json.object().put("text", text));
  }

  @Override
  public String service() {
    return "embeddings";
  }

  @Override
  ResponseReader<EmbeddingsResult> reader() {
    return EmbeddingsRequest::read;
  }

  @Override
  EmbeddingsRequest copy(ObjectNode newBody) {
    return new EmbeddingsRequest(newBody);
  }

  private static EmbeddingsResult read(JsonNode response) {
    return new EmbeddingsResult(Graph.embeddings(GatewayJson.need(response, "vectors")));
  }
}
