package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.data.Triple;

/** Triples: three values. */
final class TripleFormat implements ItemFormat<Triple> {
  @Override
  public String list() {
    return "triples";
  }

  @Override
  public void write(Triple item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    GraphJson.value("s", item.s(), json);
    GraphJson.value("p", item.p(), json);
    GraphJson.value("o", item.o(), json);
    json.writeEndObject();
  }

  @Override
  public Triple read(JsonNode element) {
    return Graph.triple(element);
  }

  @Override
  public Triple readFlat(JsonNode frame) {
    return Graph.triple(frame);
  }
}
