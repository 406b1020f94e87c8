package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wenshu.knowledge.EntityContext;

/** Contexts as they are written. */
final class EntityContextJson implements ItemJson<EntityContext> {
  @Override
  public String list() {
    return "entities";
  }

  @Override
  public void element(EntityContext item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    ItemJson.value("entity", item.entity(), json);
    json.writeStringField("context", item.context());
    json.writeEndObject();
  }

  @Override
  public void flat(EntityContext item, JsonGenerator json) throws IOException {
    json.writeStringField("entity", item.entity().v());
    json.writeStringField("context", item.context());
  }
}
