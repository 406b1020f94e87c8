package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.data.EntityContext;

/** Entities with texts. */
final class EntityContextFormat implements ItemFormat<EntityContext> {
  @Override
  public String list() {
    return "entities";
  }

  @Override
  public void write(EntityContext item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    GraphJson.value("entity", item.entity(), json);
    json.writeStringField("context", item.context());
    json.writeEndObject();
  }

  @Override
  public EntityContext read(JsonNode element) {
    return new EntityContext(
        Graph.value(GatewayJson.need(element, "entity")), GatewayJson.needText(element, "context"));
  }

  @Override
  public EntityContext readFlat(JsonNode frame) {
    return read(frame);
  }
}
