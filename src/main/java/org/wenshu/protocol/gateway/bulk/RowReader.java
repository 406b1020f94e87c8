package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.StoredRow;

/**
 * Reads frames of rows: the values under {@code values}, or the whole object. Values become texts
 * under their names in order, so that a row is known again whatever order it came in. Thread-safe.
 */
final class RowReader implements FrameReader<StoredRow> {
  private static final String DEFAULT_SCHEMA = "default";
  private static final String SCHEMA = "schema_name";
  private static final String VALUES = "values";
  private static final String METADATA = "metadata";

  @Override
  public Frame<StoredRow> read(InputStream text, BulkTarget target) throws IOException {
    CollectionId unnamed = target.collection("", "");
    try {
      JsonNode json = BulkJson.MAPPER.readTree(text);
      return json != null && json.isObject()
          ? read(json, target)
          : Frame.bad(unnamed, "The frame is no JSON object");
    } catch (JsonProcessingException e) {
      return Frame.bad(unnamed, "The frame is no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return Frame.bad(unnamed, e.getMessage());
    }
  }

  private static Frame<StoredRow> read(JsonNode json, BulkTarget target) {
    Frame<StoredRow> frame = new Frame<>();
    JsonNode metadata = json.path(METADATA);
    frame.in(
        target.collection(
            metadata.path("user").asText(""), metadata.path("collection").asText("")));
    JsonNode values = json.path(VALUES);
    if (values.isArray()) {
      values.forEach(one -> add(frame, json, one, schema(json, target)));
    } else if (values.isObject()) {
      add(frame, json, values, schema(json, target));
    } else {
      add(frame, JsonNodeFactory.instance.objectNode(), flat(json), schema(json, target));
    }
    return frame;
  }

  /** The frame's own in the batch form, else the address's, the frame's, and the default one. */
  private static String schema(JsonNode json, BulkTarget target) {
    String own = json.path(SCHEMA).asText("");
    if (json.path(VALUES).isContainerNode() && !own.isEmpty()) {
      return own;
    }
    return target.schema().orElse(own.isEmpty() ? DEFAULT_SCHEMA : own);
  }

  private static JsonNode flat(JsonNode json) {
    ObjectNode row = json.deepCopy();
    row.remove(SCHEMA);
    if (row.path(METADATA).isObject()) {
      row.remove(METADATA);
    }
    return row;
  }

  private static void add(Frame<StoredRow> frame, JsonNode json, JsonNode row, String schema) {
    try {
      frame.add(
          new StoredRow(
              schema,
              texts(row),
              json.path("confidence").asDouble(1),
              json.path("source_span").asText("")));
    } catch (BadItem bad) {
      frame.addBad(bad.getMessage());
    }
  }

  private static String texts(JsonNode row) throws BadItem {
    if (!row.isObject()) {
      throw new BadItem("The row is no JSON object");
    }
    Map<String, JsonNode> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      JsonNode value = field.getValue();
      if (value.isContainerNode()) {
        throw new BadItem("The value of " + field.getKey() + " is not one text or number");
      }
      texts.put(
          field.getKey(),
          value.isNull() ? value : JsonNodeFactory.instance.textNode(value.asText()));
    }
    return JsonNodeFactory.instance.objectNode().setAll(texts).toString();
  }
}
