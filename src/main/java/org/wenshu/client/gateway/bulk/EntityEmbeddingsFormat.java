package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.data.EntityEmbeddings;

/** Entities with their vectors. */
final class EntityEmbeddingsFormat implements ItemFormat<EntityEmbeddings> {
  @Override
  public String list() {
    return "entities";
  }

  @Override
  public void write(EntityEmbeddings item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    GraphJson.value("entity", item.entity(), json);
    GraphJson.vectors(item.embeddings(), json);
    json.writeEndObject();
  }

  @Override
  public EntityEmbeddings read(JsonNode element) {
    return read(element, "vectors");
  }

  @Override
  public EntityEmbeddings readFlat(JsonNode frame) {
    return read(frame, "embedding");
  }

  private static EntityEmbeddings read(JsonNode node, String vectors) {
    return new EntityEmbeddings(
        Graph.value(GatewayJson.need(node, "entity")),
        Graph.embeddings(GatewayJson.need(node, vectors)));
  }
}
