package org.wenshu.knowledge.store;

import java.util.List;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.GraphEmbeddings;
import org.wenshu.knowledge.ScoredEntity;
import org.wenshu.knowledge.Vector;

/** Keeps embeddings of entities in {@code knowledge_graph_embedding}. Thread-safe. */
public final class JdbcGraphEmbeddings extends ForwardingItems<EntityVector>
    implements GraphEmbeddings {
  private final NearestItems<EntityVector> nearest;

  JdbcGraphEmbeddings(JdbcItems<EntityVector> items, NearestItems<EntityVector> nearest) {
    super(items);
    this.nearest = nearest;
  }

  @Override
  public List<ScoredEntity> nearest(CollectionId collection, Vector vector, int limit) {
    return nearest.nearest(collection, vector, limit, EntityVector::entity).entrySet().stream()
        .map(found -> new ScoredEntity(found.getKey(), found.getValue()))
        .toList();
  }
}
