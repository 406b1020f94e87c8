package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.LoadResult;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.json.Json;

/** A document to be cut into pieces and stored, some time after it was accepted. */
public final class LoadDocumentRequest extends ServiceRequest<LoadResult, LoadDocumentRequest>
    implements CollectionRequest<LoadDocumentRequest> {
  private LoadDocumentRequest(ObjectNode body) {
    super(body);
  }

  /** These bytes under an id that is made of them, so that the same document has the same id. */
  public static LoadDocumentRequest of(byte[] bytes) {
    return of(bytes, ContentId.of(bytes));
  }

  /** These bytes under this id. */
  public static LoadDocumentRequest of(byte[] bytes, String id) {
    ObjectNode body = Json.object().put("id", Objects.requireNonNull(id, "id"));
    body.put("data", Base64.getEncoder().encodeToString(bytes));
    body.set("metadata", GatewayJson.MAPPER.createArrayNode());
    return new LoadDocumentRequest(body);
  }

  /** The same with statements about it. */
  public LoadDocumentRequest metadata(List<Triple> statements) {
    return with("metadata", Graph.write(statements));
  }

  @Override
  public String service() {
    return "document-load";
  }

  @Override
  ResponseReader<LoadResult> reader() {
    return response -> new LoadResult(GatewayJson.text(shared(), "id"), response);
  }

  @Override
  LoadDocumentRequest copy(ObjectNode newBody) {
    return new LoadDocumentRequest(newBody);
  }
}
