package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.Value;

/** An entity, and its vectors, of which some have been read. */
final class EntityVectorDraft implements ItemDraft<EntityVector> {
  private final VectorsDraft vectors = new VectorsDraft();
  private Value entity;

  @Override
  public boolean take(String field, JsonParser json) throws IOException, BadItem {
    if (field.equals("entity")) {
      entity = BulkJson.value(json, field);
      return true;
    }
    return vectors.take(field, json);
  }

  @Override
  public List<EntityVector> items() throws BadItem {
    if (entity == null) {
      throw new BadItem("There is no entity");
    }
    return vectors.all().stream().map(vector -> new EntityVector(entity, vector)).toList();
  }
}
