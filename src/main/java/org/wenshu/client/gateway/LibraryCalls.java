package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.call.Call;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.data.Document;
import org.wenshu.client.gateway.data.DocumentMetadata;
import org.wenshu.client.gateway.data.ProcessingMetadata;

/** What is sent to manage the library (contract, section 1.6). */
final class LibraryCalls {
  private static final Route ROUTE = Route.global("librarian");

  private final Clock clock;

  LibraryCalls(Clock clock) {
    this.clock = clock;
  }

  Call<Void> add(byte[] content, Document document) {
    ObjectNode body = GatewayJson.operation("add-document");
    ObjectNode metadata = body.putObject("document-metadata");
    metadata.put("id", document.id()).put("kind", document.kind()).put("user", document.user());
    LibraryJson.describe(
        metadata,
        Instant.now(clock),
        document.title(),
        document.comments(),
        document.metadata(),
        document.tags());
    body.put("content", Base64.getEncoder().encodeToString(content));
    return call(body, answer -> null);
  }

  static Call<List<DocumentMetadata>> list(String user) {
    return call(
        GatewayJson.operation("list-documents").put("user", user),
        answer -> GatewayJson.needList(answer, "document-metadatas", LibraryJson::document));
  }

  static Call<DocumentMetadata> get(String user, String id) {
    return call(document("get-document", user, id), LibraryCalls::metadata);
  }

  static Call<byte[]> content(String user, String id) {
    return call(document("get-document-content", user, id), LibraryCalls::bytes);
  }

  static Call<DocumentMetadata> update(String user, String id, DocumentMetadata to) {
    ObjectNode body = GatewayJson.operation("update-document");
    ObjectNode metadata = body.putObject("document-metadata");
    metadata.put("user", user).put("document-id", id);
    LibraryJson.describe(metadata, to.time(), to.title(), to.comments(), to.metadata(), to.tags());
    return call(body, LibraryCalls::metadata);
  }

  static Call<Void> remove(String user, String id) {
    return call(document("remove-document", user, id), answer -> null);
  }

  Call<Void> startProcessing(Processing processing) {
    ObjectNode body = GatewayJson.operation("add-processing");
    ObjectNode metadata = body.putObject("processing-metadata");
    metadata.put("id", processing.id()).put("document-id", processing.documentId());
    metadata.put("time", Instant.now(clock).getEpochSecond()).put("flow", processing.flow());
    metadata.put("user", processing.user()).put("collection", processing.collection());
    metadata.set("tags", GatewayJson.texts(processing.tags()));
    return call(body, answer -> null);
  }

  static Call<Void> stopProcessing(String id, String user) {
    return call(
        GatewayJson.operation("remove-processing").put("processing-id", id).put("user", user),
        answer -> null);
  }

  static Call<List<ProcessingMetadata>> processings(String user) {
    return call(
        GatewayJson.operation("list-processing").put("user", user),
        answer -> GatewayJson.needList(answer, "processing-metadatas", LibraryJson::processing));
  }

  private static ObjectNode document(String operation, String user, String id) {
    return GatewayJson.operation(operation).put("user", user).put("document-id", id);
  }

  private static DocumentMetadata metadata(JsonNode answer) {
    return LibraryJson.document(GatewayJson.need(answer, "document-metadata"));
  }

  private static byte[] bytes(JsonNode answer) {
    try {
      return Base64.getDecoder().decode(GatewayJson.needText(answer, "content"));
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("'content' is not base64", e);
    }
  }

  private static <T> Call<T> call(ObjectNode body, ResponseReader<T> reader) {
    return new Call<>(ROUTE, body, false, reader);
  }
}
