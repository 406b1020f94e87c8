package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.Embedding;
import org.wenshu.client.gateway.data.NearEntity;

/** What is near to a text or to vectors: entities of the graph. */
public final class GraphEmbeddingsRequest
    extends ServiceRequest<List<NearEntity>, GraphEmbeddingsRequest>
    implements CollectionRequest<GraphEmbeddingsRequest> {
  private GraphEmbeddingsRequest(ObjectNode body) {
    super(body);
  }

  /** What is near to this text. */
  public static GraphEmbeddingsRequest of(String text) {
    return new GraphEmbeddingsRequest(Defaults.nearest().put("text", text));
  }

  /** What is near to one of these vectors. */
  public static GraphEmbeddingsRequest of(List<Embedding> vectors) {
    ObjectNode body = Defaults.nearest();
    body.set("vectors", Graph.vectors(vectors));
    return new GraphEmbeddingsRequest(body);
  }

  /** The same with at most so many, 1 to 1000; ten if not said. */
  public GraphEmbeddingsRequest limit(int most) {
    return with("limit", most);
  }

  @Override
  public String service() {
    return "graph-embeddings";
  }

  @Override
  ResponseReader<List<NearEntity>> reader() {
    return response -> GatewayJson.needList(response, "entities", GraphEmbeddingsRequest::entity);
  }

  @Override
  GraphEmbeddingsRequest copy(ObjectNode newBody) {
    return new GraphEmbeddingsRequest(newBody);
  }

  private static NearEntity entity(JsonNode node) {
    return new NearEntity(Graph.value(node), GatewayJson.optionalDouble(node, "score"));
  }
}
