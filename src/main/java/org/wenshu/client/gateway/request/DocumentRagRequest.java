package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.gateway.call.Json;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.data.TextResult;

/** A question that is answered from documents. */
public final class DocumentRagRequest
    extends StreamableRequest<TextResult, RagChunk, DocumentRagRequest> {
  private DocumentRagRequest(ObjectNode body) {
    super(body);
  }

  /** A question about the default collection, answered from ten pieces. */
  public static DocumentRagRequest of(String question) {
    ObjectNode body = Json.object().put("query", question);
    body.put("user", Defaults.USER).put("collection", Defaults.COLLECTION);
    return new DocumentRagRequest(body.put("doc-limit", 10));
  }

  /** The same for the data of another user; {@code trustgraph} if not said. */
  public DocumentRagRequest user(String user) {
    return with("user", user);
  }

  /** The same for another collection; {@code default} if not said. */
  public DocumentRagRequest collection(String collection) {
    return with("collection", collection);
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
  ResponseReader<TextResult> reader() {
    return Readers::text;
  }

  @Override
  DocumentRagRequest copy(ObjectNode newBody) {
    return new DocumentRagRequest(newBody);
  }

  @Override
  ResponseReader<RagChunk> chunkReader() {
    return Readers::textChunk;
  }

  @Override
  RagChunk whole(TextResult answer) {
    return new RagChunk(answer.text(), true);
  }
}
