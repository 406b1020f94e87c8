package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.wenshu.client.gateway.data.Embedding;
import org.wenshu.client.gateway.data.Value;

/** Writes parts of items without building trees of them. */
final class GraphJson {
  private GraphJson() {}

  static void value(String field, Value value, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("v", value.text());
    json.writeBooleanField("e", value.isUri());
    json.writeEndObject();
  }

  static void vectors(List<Embedding> vectors, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("vectors");
    for (Embedding vector : vectors) {
      json.writeStartArray();
      for (int i = 0; i < vector.dimension(); i++) {
        json.writeNumber(vector.at(i));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
