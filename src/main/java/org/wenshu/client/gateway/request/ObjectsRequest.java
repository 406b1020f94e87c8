package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.wenshu.client.gateway.call.Json;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.RowsResult;
import org.wenshu.client.gateway.data.RowsResult.RowsError;

/** A question in GraphQL about imported rows. */
public final class ObjectsRequest extends ServiceRequest<RowsResult, ObjectsRequest> {
  private ObjectsRequest(ObjectNode body) {
    super(body);
  }

  /** A question about rows of the default collection. */
  public static ObjectsRequest of(String graphql) {
    ObjectNode body = Json.object().put("query", graphql);
    return new ObjectsRequest(
        body.put("user", Defaults.USER).put("collection", Defaults.COLLECTION));
  }

  /** The same for the data of another user; {@code trustgraph} if not said. */
  public ObjectsRequest user(String user) {
    return with("user", user);
  }

  /** The same for another collection; {@code default} if not said. */
  public ObjectsRequest collection(String collection) {
    return with("collection", collection);
  }

  /** The same with values for its variables. */
  public ObjectsRequest variables(Map<String, ?> variables) {
    return with("variables", Json.tree(variables));
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
        Json.optional(response, "data"),
        Json.list(response, "errors", ObjectsRequest::error),
        Json.optional(response, "extensions"));
  }

  private static RowsError error(JsonNode node) {
    return new RowsError(
        node.isTextual() ? node.textValue() : Json.text(node, "message"),
        Json.list(node, "path", JsonNode::asText));
  }
}
