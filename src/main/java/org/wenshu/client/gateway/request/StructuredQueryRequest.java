package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.gateway.call.Json;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.StructuredResult;

/** A question that is answered with rows. */
public final class StructuredQueryRequest
    extends ServiceRequest<StructuredResult, StructuredQueryRequest> {
  private StructuredQueryRequest(ObjectNode body) {
    super(body);
  }

  /** The rows for this question. */
  public static StructuredQueryRequest of(String question) {
    ObjectNode body = Json.object().put("question", question);
    return new StructuredQueryRequest(
        body.put("user", Defaults.USER).put("collection", Defaults.COLLECTION));
  }

  /** The same for the data of another user; {@code trustgraph} if not said. */
  public StructuredQueryRequest user(String user) {
    return with("user", user);
  }

  /** The same for another collection; {@code default} if not said. */
  public StructuredQueryRequest collection(String collection) {
    return with("collection", collection);
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
        Json.optional(response, "data"),
        Json.list(response, "errors", JsonNode::asText),
        Json.optionalText(response, "sql"),
        response);
  }
}
