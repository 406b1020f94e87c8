package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.data.DocumentMetadata;
import org.wenshu.client.gateway.data.ProcessingMetadata;
import org.wenshu.client.gateway.data.Triple;

/** Metadata of the library on the wire (contract, section 1.6). */
final class LibraryJson {
  private LibraryJson() {}

  static DocumentMetadata document(JsonNode node) {
    return new DocumentMetadata(
        GatewayJson.needText(node, "id"),
        time(node),
        GatewayJson.text(node, "kind"),
        GatewayJson.text(node, "title"),
        GatewayJson.text(node, "comments"),
        GatewayJson.list(node, "metadata", Graph::triple),
        GatewayJson.needText(node, "user"),
        GatewayJson.list(node, "tags", JsonNode::asText));
  }

  static ProcessingMetadata processing(JsonNode node) {
    return new ProcessingMetadata(
        GatewayJson.needText(node, "id"),
        GatewayJson.needText(node, "document-id"),
        time(node),
        GatewayJson.needText(node, "flow"),
        GatewayJson.needText(node, "user"),
        GatewayJson.needText(node, "collection"),
        GatewayJson.list(node, "tags", JsonNode::asText));
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
    node.set("tags", GatewayJson.texts(tags));
  }

  private static Instant time(JsonNode node) {
    return Instant.ofEpochSecond(GatewayJson.need(node, "time").asLong());
  }
}
