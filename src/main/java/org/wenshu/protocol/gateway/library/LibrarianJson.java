package org.wenshu.protocol.gateway.library;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wenshu.knowledge.library.LibraryDocument;
import org.wenshu.knowledge.library.Processing;
import org.wenshu.protocol.gateway.data.WireValue;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.ServiceCall;

/** Documents and processings on the wire; every field is always there. */
final class LibrarianJson {
  private LibrarianJson() {}

  static ObjectNode json(LibraryDocument document) {
    ObjectNode json =
        ServiceCall.object()
            .put("id", document.id())
            .put("time", document.time())
            .put("kind", document.kind())
            .put("title", document.title())
            .put("comments", document.comments());
    ArrayNode metadata = json.putArray("metadata");
    document.metadata().forEach(triple -> metadata.add(WireValue.json(triple)));
    json.put("user", document.owner());
    return tagged(json, document.tags());
  }

  static ObjectNode json(Processing processing) {
    ObjectNode json =
        ServiceCall.object()
            .put("id", processing.id())
            .put("document-id", processing.document())
            .put("time", processing.time())
            .put("flow", processing.flow())
            .put("user", processing.owner())
            .put("collection", processing.collection());
    return tagged(json, processing.tags());
  }

  /** A new document. */
  static LibraryDocument document(Fields fields) {
    return new LibraryDocument(
        fields.user(),
        id(fields, "id"),
        time(fields),
        fields.text("kind").orElse("text/plain"),
        fields.text("title").orElse(""),
        fields.text("comments").orElse(""),
        WireValue.triples(fields, "metadata"),
        fields.texts("tags"));
  }

  /** The same document with the fields that are given. */
  static LibraryDocument changed(LibraryDocument old, Fields fields) {
    return new LibraryDocument(
        old.owner(),
        old.id(),
        fields.node("time").isNumber() ? time(fields) : old.time(),
        old.kind(),
        fields.text("title").orElse(old.title()),
        fields.text("comments").orElse(old.comments()),
        fields.node("metadata").isArray() ? WireValue.triples(fields, "metadata") : old.metadata(),
        fields.node("tags").isArray() ? fields.texts("tags") : old.tags());
  }

  static Processing processing(Fields fields) {
    return new Processing(
        fields.user(),
        id(fields, "id"),
        id(fields, "document-id"),
        time(fields),
        fields.name("flow", "default"),
        fields.collection(),
        fields.texts("tags"));
  }

  static String id(Fields fields, String name) {
    String id = fields.required(name);
    if (id.length() > 512) {
      throw Fields.invalid(name, "过长", "is too long");
    }
    return id;
  }

  private static long time(Fields fields) {
    return fields.node("time").asLong(System.currentTimeMillis() / 1000);
  }

  private static ObjectNode tagged(ObjectNode json, List<String> tags) {
    tags.forEach(json.putArray("tags")::add);
    return json;
  }
}
