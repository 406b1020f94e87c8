package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.DocumentEmbeddings;
import org.wenshu.knowledge.ScoredChunk;
import org.wenshu.knowledge.Vector;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;

/** {@code document-embeddings} (contract, section 4.9). Thread-safe. */
public final class DocumentEmbeddingsService implements GatewayService {
  private final DocumentEmbeddings embeddings;
  private final NearestVectors vectors;

  /** Looks there, for what these vectors are. */
  public DocumentEmbeddingsService(DocumentEmbeddings embeddings, NearestVectors vectors) {
    this.embeddings = embeddings;
    this.vectors = vectors;
  }

  @Override
  public String kind() {
    return "document-embeddings";
  }

  @Override
  public String errorType() {
    return "document-embeddings-query-error";
  }

  @Override
  public void answer(ServiceCall call) {
    CollectionId collection = CollectionId.of(call.fields().user(), call.fields().collection());
    int limit = NearestVectors.limit(call);
    Map<String, Double> best = new LinkedHashMap<>();
    for (Vector vector : vectors.of(call)) {
      for (ScoredChunk found : embeddings.nearest(collection, vector, limit)) {
        String text = found.chunk().isEmpty() ? found.id() : found.chunk();
        best.merge(text, found.score(), Math::max);
      }
    }
    ObjectNode answer = ServiceCall.object();
    ArrayNode chunks = answer.putArray("chunks");
    best.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(limit)
        .forEach(e -> chunks.add(e.getKey()));
    call.succeed(answer);
  }
}
