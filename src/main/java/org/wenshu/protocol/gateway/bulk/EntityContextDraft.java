package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.wenshu.knowledge.EntityContext;
import org.wenshu.knowledge.Value;

/** An entity, and what is told of it, of which some has been read. */
final class EntityContextDraft implements ItemDraft<EntityContext> {
  private Value entity;
  private String context;

  @Override
  public boolean take(String field, JsonParser json) throws IOException, BadItem {
    if (field.equals("entity")) {
      entity = BulkJson.value(json, field);
    } else if (field.equals("context")) {
      context = BulkJson.text(json, field);
    } else {
      return false;
    }
    return true;
  }

  @Override
  public List<EntityContext> items() throws BadItem {
    if (entity == null || context == null) {
      throw new BadItem("A context needs entity and context");
    }
    return List.of(new EntityContext(entity, context));
  }
}
