package org.wenshu.knowledge;

import java.util.Collection;
import java.util.List;

/** What is told of entities in words. Thread-safe. */
public interface EntityContexts extends ItemStore<EntityContext> {
  /** What is told of these entities, at most so much. */
  List<EntityContext> of(CollectionId collection, Collection<Value> entities, int limit);
}
