package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.protocol.json.Utf8;
import org.wenshu.protocol.rag.wire.EnvelopeWriter;

/**
 * Makes a description of the schema fit a message (section 1.3): definitions of views go first,
 * then indexes, comments of columns, and tables from the tail.
 */
final class SchemaCap {
  private final int maxBytes;

  SchemaCap(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Drops from a whole schema what does not fit. */
  void apply(ObjectNode schema) {
    if (fits(schema)) {
      return;
    }
    schema.path("views").forEach(view -> ((ObjectNode) view).put("definition", ""));
    if (!fits(schema)) {
      schema.path("tables").forEach(table -> ((ObjectNode) table).putArray("indexes"));
    }
    if (!fits(schema)) {
      schema.path("tables").forEach(SchemaCap::dropComments);
    }
    if (!fits(schema)) {
      dropTables(schema);
    }
  }

  private static void dropComments(JsonNode table) {
    table.path("columns").forEach(column -> ((ObjectNode) column).put("comment", ""));
  }

  private void dropTables(ObjectNode schema) {
    schema.put("truncated", true);
    ArrayNode tables = (ArrayNode) schema.path("tables");
    int excess = size(schema) - maxBytes;
    while (excess > 0 && !tables.isEmpty()) {
      excess -= size(tables.remove(tables.size() - 1)) + 1;
    }
    ArrayNode views = (ArrayNode) schema.path("views");
    while (excess > 0 && !views.isEmpty()) {
      excess -= size(views.remove(views.size() - 1)) + 1;
    }
  }

  private boolean fits(ObjectNode schema) {
    return size(schema) <= maxBytes;
  }

  private static int size(JsonNode json) {
    return Utf8.length(EnvelopeWriter.text(json));
  }
}
