package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.call.Json;
import org.wenshu.client.gateway.data.DocumentMetadata;
import org.wenshu.client.gateway.data.ProcessingMetadata;
import org.wenshu.client.gateway.data.Triple;

/** Metadata of the library on the wire (contract, section 1.6). */
final class LibraryJson {
  private LibraryJson() {}

  static DocumentMetadata document(JsonNode node) {
    return new DocumentMetadata(
        Json.needText(node, "id"),
        time(node),
        Json.text(node, "kind"),
        Json.text(node, "title"),
        Json.text(node, "comments"),
        Json.list(node, "metadata", Graph::triple),
        Json.needText(node, "user"),
        Json.list(node, "tags", JsonNode::asText));
  }

  static ProcessingMetadata processing(JsonNode node) {
    return new ProcessingMetadata(
        Json.needText(node, "id"),
        Json.needText(node, "document-id"),
        time(node),
        Json.needText(node, "flow"),
        Json.needText(node, "user"),
        Json.needText(node, "collection"),
        Json.list(node, "tags", JsonNode::asText));
  }

  /** Fields that new and changed documents have in common. */
  static void describe(
      ObjectNode node,
      Instant time,
      String title,
      String comments,
      List<Triple> metadata,
      List<String> tags) {
    node.put("time", time.getEpochSecond()).put("title", title).put("comments", comments);
    node.set("metadata", Graph.write(metadata));
    node.set("tags", Json.texts(tags));
  }

  private static Instant time(JsonNode node) {
    return Instant.ofEpochSecond(Json.need(node, "time").asLong());
  }
}
