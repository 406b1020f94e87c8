package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.data.ObjectRow;

/** Rows; those of one frame are of one schema. */
final class RowFormat implements ItemFormat<ObjectRow> {
  private static final String SCHEMA = "schema_name";

  @Override
  public String list() {
    return "values";
  }

  @Override
  public String group(ObjectRow item) {
    return item.schema();
  }

  @Override
  public void shared(String group, JsonGenerator json) throws IOException {
    if (!group.isEmpty()) {
      json.writeStringField(SCHEMA, group);
    }
    json.writeNumberField("confidence", 1.0);
    json.writeStringField("source_span", "");
  }

  @Override
  public void write(ObjectRow item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Object> value : item.values().entrySet()) {
      json.writeFieldName(value.getKey());
      GatewayJson.MAPPER.writeValue(json, value.getValue());
    }
    json.writeEndObject();
  }

  @Override
  public ObjectRow read(JsonNode element) {
    throw new UnsupportedOperationException("Rows cannot be exported");
  }

  @Override
  public ObjectRow readFlat(JsonNode frame) {
    return read(frame);
  }
}
