package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.json.Json;

/** A question that is answered from documents. */
public final class DocumentRagRequest extends GeneratedTextRequest<DocumentRagRequest>
    implements CollectionRequest<DocumentRagRequest> {
  private DocumentRagRequest(ObjectNode body) {
    super(body);
  }

  /** A question about the default collection, answered from ten pieces. */
  public static DocumentRagRequest of(String question) {
    ObjectNode body = Json.object().put("query", question);
    body.put("user", Defaults.USER).put("collection", Defaults.COLLECTION);
    return new DocumentRagRequest(body.put("doc-limit", 10));
  }

  /** The same from so many pieces, 1 to 100. */
  public DocumentRagRequest docLimit(int pieces) {
    return with("doc-limit", pieces);
  }

  @Override
  public String service() {
    return "document-rag";
  }

  @Override
  DocumentRagRequest copy(ObjectNode newBody) {
    return new DocumentRagRequest(newBody);
  }
}
