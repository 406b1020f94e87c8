package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.Embedding;

/** What is near to a text or to vectors: pieces of documents. */
public final class DocumentEmbeddingsRequest
    extends ServiceRequest<List<String>, DocumentEmbeddingsRequest>
    implements CollectionRequest<DocumentEmbeddingsRequest> {
  private DocumentEmbeddingsRequest(ObjectNode body) {
    super(body);
  }

  /** What is near to this text. */
  public static DocumentEmbeddingsRequest of(String text) {
    return new DocumentEmbeddingsRequest(Defaults.nearest().put("text", text));
  }

  /** What is near to one of these vectors. */
  public static DocumentEmbeddingsRequest of(List<Embedding> vectors) {
    ObjectNode body = Defaults.nearest();
    body.set("vectors", Graph.vectors(vectors));
    return new DocumentEmbeddingsRequest(body);
  }

  /** The same with at most so many, 1 to 1000; ten if not said. */
  public DocumentEmbeddingsRequest limit(int most) {
    return with("limit", most);
  }

  @Override
  public String service() {
    return "document-embeddings";
  }

  @Override
  ResponseReader<List<String>> reader() {
    return response -> GatewayJson.needList(response, "chunks", JsonNode::asText);
  }

  @Override
  DocumentEmbeddingsRequest copy(ObjectNode newBody) {
    return new DocumentEmbeddingsRequest(newBody);
  }
}
