package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.StructuredResult;
import org.wenshu.client.json.Json;

/** A question that is answered with rows. */
public final class StructuredQueryRequest
    extends ServiceRequest<StructuredResult, StructuredQueryRequest>
    implements CollectionRequest<StructuredQueryRequest> {
  private StructuredQueryRequest(ObjectNode body) {
    super(body);
  }

  /** The rows for this question. */
  public static StructuredQueryRequest of(String question) {
    ObjectNode body = Json.object().put("question", question);
    return new StructuredQueryRequest(
        body.put("user", Defaults.USER).put("collection", Defaults.COLLECTION));
  }

  @Override
  public String service() {
    return "structured-query";
  }

  @Override
  ResponseReader<StructuredResult> reader() {
    return StructuredQueryRequest::read;
  }

  @Override
  StructuredQueryRequest copy(ObjectNode newBody) {
    return new StructuredQueryRequest(newBody);
  }

  private static StructuredResult read(JsonNode response) {
    return new StructuredResult(
        GatewayJson.optional(response, "data"),
        GatewayJson.list(response, "errors", JsonNode::asText),
        GatewayJson.optionalText(response, "sql"),
        response);
  }
}
