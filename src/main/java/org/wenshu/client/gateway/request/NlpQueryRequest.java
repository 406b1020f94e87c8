package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.QueryResult;
import org.wenshu.client.json.Json;

/** A question of which the statement is wanted, not the rows. */
public final class NlpQueryRequest extends ServiceRequest<QueryResult, NlpQueryRequest> {
  private NlpQueryRequest(ObjectNode body) {
    super(body);
  }

  /** The statement for this question. */
  public static NlpQueryRequest of(String question) {
    return new NlpQueryRequest(Json.object().put("question", question).put("max_results", 100));
  }

  /** The same, with a statement that reads at most so many rows. */
  public NlpQueryRequest maxResults(int rows) {
    return with("max_results", rows);
  }

  @Override
  public String service() {
    return "nlp-query";
  }

  @Override
  ResponseReader<QueryResult> reader() {
    return NlpQueryRequest::read;
  }

  @Override
  NlpQueryRequest copy(ObjectNode newBody) {
    return new NlpQueryRequest(newBody);
  }

  private static QueryResult read(JsonNode response) {
    return new QueryResult(
        GatewayJson.text(response, "graphql_query"),
        GatewayJson.optionalText(response, "sql"),
        GatewayJson.list(response, "detected_schemas", JsonNode::asText),
        GatewayJson.optionalDouble(response, "confidence"),
        response);
  }
}
