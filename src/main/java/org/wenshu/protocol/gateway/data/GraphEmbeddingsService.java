package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.GraphEmbeddings;
import org.wenshu.knowledge.ScoredEntity;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;

/** {@code graph-embeddings} (contract, section 4.8). Thread-safe. */
public final class GraphEmbeddingsService implements GatewayService {
  private final GraphEmbeddings embeddings;
  private final NearestVectors vectors;

  /** Looks there, for what these vectors are. */
  public GraphEmbeddingsService(GraphEmbeddings embeddings, NearestVectors vectors) {
    this.embeddings = embeddings;
    this.vectors = vectors;
  }

  @Override
  public String kind() {
    return "graph-embeddings";
  }

  @Override
  public String errorType() {
    return "graph-embeddings-query-error";
  }

  @Override
  public void answer(ServiceCall call) {
    CollectionId collection = CollectionId.of(call.fields().user(), call.fields().collection());
    int limit = NearestVectors.limit(call);
    Map<Value, Double> best = new LinkedHashMap<>();
    for (Vector vector : vectors.of(call)) {
      for (ScoredEntity found : embeddings.nearest(collection, vector, limit)) {
        best.merge(found.entity(), found.score(), Math::max);
      }
    }
    ObjectNode answer = ServiceCall.object();
    ArrayNode entities = answer.putArray("entities");
    best.entrySet().stream()
        .sorted(Map.Entry.<Value, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(limit)
        .forEach(e -> entities.add(WireValue.json(e.getKey()).put("score", e.getValue())));
    call.succeed(answer);
  }
}
