package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wenshu.knowledge.Triple;

/** Triples as they are written. */
final class TripleJson implements ItemJson<Triple> {
  @Override
  public String list() {
    return "triples";
  }

  @Override
  public void element(Triple triple, JsonGenerator json) throws IOException {
    json.writeStartObject();
    ItemJson.value("s", triple.s(), json);
    ItemJson.value("p", triple.p(), json);
    ItemJson.value("o", triple.o(), json);
    json.writeEndObject();
  }

  @Override
  public void flat(Triple triple, JsonGenerator json) throws IOException {
    json.writeStringField("s", triple.s().v());
    json.writeStringField("p", triple.p().v());
    json.writeStringField("o", triple.o().v());
  }
}
