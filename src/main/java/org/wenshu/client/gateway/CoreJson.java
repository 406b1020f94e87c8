package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.data.CorePart;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.request.Defaults;

/** Parts of knowledge cores on the wire (contract, sections 1.7 and 5.3). */
final class CoreJson {
  private static final String TRIPLES = "triples";
  private static final String VECTORS = "graph-embeddings";
  private static final String ENTITIES = "entities";

  private CoreJson() {}

  /** A request with the part in it. */
  static ObjectNode write(CorePart part, String id, ObjectNode request) {
    String user = request.get("user").textValue();
    if (!part.triples().isEmpty()) {
      batch(request.putObject(TRIPLES), id, user).set(TRIPLES, Graph.write(part.triples()));
    }
    if (!part.entities().isEmpty()) {
      ArrayNode entities = batch(request.putObject(VECTORS), id, user).putArray(ENTITIES);
      part.entities().forEach(entity -> write(entity, entities.addObject()));
    }
    return request;
  }

  private static ObjectNode batch(ObjectNode batch, String id, String user) {
    ObjectNode metadata = batch.putObject("metadata").put("id", id);
    metadata.putArray("metadata");
    metadata.put("user", user).put("collection", Defaults.COLLECTION);
    return batch;
  }

  private static void write(EntityEmbeddings entity, ObjectNode node) {
    node.set("entity", Graph.write(entity.entity()));
    node.set("vectors", Graph.vectors(entity.embeddings()));
  }

  /** The part in a frame; an empty one if there is none. */
  static CorePart read(JsonNode frame) {
    return new CorePart(
        GatewayJson.list(frame.path(TRIPLES), TRIPLES, Graph::triple),
        GatewayJson.list(frame.path(VECTORS), ENTITIES, CoreJson::entity));
  }

  private static EntityEmbeddings entity(JsonNode node) {
    return new EntityEmbeddings(
        Graph.value(GatewayJson.need(node, "entity")),
        Graph.embeddings(GatewayJson.need(node, "vectors")));
  }
}
