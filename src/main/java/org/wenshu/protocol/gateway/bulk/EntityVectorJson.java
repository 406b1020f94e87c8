package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wenshu.knowledge.EntityVector;

/** Embeddings of entities as they are written. */
final class EntityVectorJson implements ItemJson<EntityVector> {
  @Override
  public String list() {
    return "entities";
  }

  @Override
  public void element(EntityVector item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    ItemJson.value("entity", item.entity(), json);
    ItemJson.vectors(item.vector(), json);
    json.writeEndObject();
  }

  @Override
  public void flat(EntityVector item, JsonGenerator json) throws IOException {
    json.writeStringField("entity", item.entity().v());
    json.writeFieldName("embedding");
    ItemJson.numbers(item.vector(), json);
  }
}
