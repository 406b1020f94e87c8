package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.RowsResult;
import org.wenshu.client.gateway.data.RowsResult.RowsError;
import org.wenshu.client.json.Json;

/** A question in GraphQL about imported rows. */
public final class ObjectsRequest extends ServiceRequest<RowsResult, ObjectsRequest>
    implements CollectionRequest<ObjectsRequest> {
  private ObjectsRequest(ObjectNode body) {
    super(body);
  }

  /** A question about rows of the default collection. */
  public static ObjectsRequest of(String graphql) {
    ObjectNode body = Json.object().put("query", graphql);
    return new ObjectsRequest(
        body.put("user", Defaults.USER).put("collection", Defaults.COLLECTION));
  }

  /** The same with values for its variables. */
  public ObjectsRequest variables(Map<String, ?> variables) {
    return with("variables", GatewayJson.tree(variables));
  }

  /** The same, running the operation of this name. */
  public ObjectsRequest operationName(String name) {
    return with("operation_name", name);
  }

  @Override
  public String service() {
    return "objects";
  }

  @Override
  ResponseReader<RowsResult> reader() {
    return ObjectsRequest::read;
  }

  @Override
  ObjectsRequest copy(ObjectNode newBody) {
    return new ObjectsRequest(newBody);
  }

  private static RowsResult read(JsonNode response) {
    return new RowsResult(
        GatewayJson.optional(response, "data"),
        GatewayJson.list(response, "errors", ObjectsRequest::error),
        GatewayJson.optional(response, "extensions"));
  }

  private static RowsError error(JsonNode node) {
    return new RowsError(
        node.isTextual() ? node.textValue() : GatewayJson.text(node, "message"),
        GatewayJson.list(node, "path", JsonNode::asText));
  }
}
