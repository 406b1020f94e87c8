package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.json.Json;

/** A question that is answered from the graph. */
public final class GraphRagRequest extends GeneratedTextRequest<GraphRagRequest>
    implements CollectionRequest<GraphRagRequest> {
  private GraphRagRequest(ObjectNode body) {
    super(body);
  }

  /** A question about the default collection, with the limits that servers use by default. */
  public static GraphRagRequest of(String question) {
    ObjectNode body = Json.object().put("query", question);
    body.put("user", Defaults.USER).put("collection", Defaults.COLLECTION);
    body.put("entity-limit", 50).put("triple-limit", 30);
    return new GraphRagRequest(body.put("max-subgraph-size", 1000).put("max-path-length", 2));
  }

  /** The same from so many entities, 1 to 200. */
  public GraphRagRequest entityLimit(int entities) {
    return with("entity-limit", entities);
  }

  /** The same with so many statements of each entity, 1 to 100. */
  public GraphRagRequest tripleLimit(int triples) {
    return with("triple-limit", triples);
  }

  /** The same with so many statements altogether, 10 to 5000. */
  public GraphRagRequest maxSubgraphSize(int triples) {
    return with("max-subgraph-size", triples);
  }

  /** The same with so many steps from an entity, 1 to 5. */
  public GraphRagRequest maxPathLength(int steps) {
    return with("max-path-length", steps);
  }

  @Override
  public String service() {
    return "graph-rag";
  }

  @Override
  GraphRagRequest copy(ObjectNode newBody) {
    return new GraphRagRequest(newBody);
  }
}
