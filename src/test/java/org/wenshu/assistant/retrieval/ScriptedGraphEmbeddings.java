package org.wenshu.assistant.retrieval;

import java.util.List;
import java.util.function.BiConsumer;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.GraphEmbeddings;
import org.wenshu.knowledge.Scope;
import org.wenshu.knowledge.ScoredEntity;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

/** Finds the same entities whatever is looked for. */
record ScriptedGraphEmbeddings(List<Value> found) implements GraphEmbeddings {
  @Override
  public List<ScoredEntity> nearest(CollectionId collection, Vector vector, int limit) {
    return found.stream().limit(limit).map(entity -> new ScoredEntity(entity, 1)).toList();
  }

  @Override
  public void add(CollectionId collection, List<EntityVector> items) {
    throw new UnsupportedOperationException("The script is fixed");
  }

  @Override
  public void each(Scope scope, BiConsumer<CollectionId, EntityVector> visitor) {}
}
