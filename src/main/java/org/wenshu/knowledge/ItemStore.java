package org.wenshu.knowledge;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Items of one kind, in collections. An item is there once, however often it is added; a collection
 * is made by the first write. Reading sees everything that this node was given before. Thread-safe.
 *
 * @param <T> the kind
 */
public interface ItemStore<T> {
  /**
   * Adds items; they are durable when this returns.
   *
   * @throws org.wenshu.error.WenshuException MALFORMED_REQUEST when one of them cannot be stored,
   *     such as a vector of another dimension; KNOWLEDGE_UNAVAILABLE when the database is down
   */
  void add(CollectionId collection, List<T> items);

  /**
   * Reads everything in a stable order, in constant memory, from one moment's state. What the
   * visitor throws ends the reading.
   *
   * @throws org.wenshu.error.WenshuException KNOWLEDGE_UNAVAILABLE when the database is down
   */
  void each(Scope scope, BiConsumer<CollectionId, T> visitor);
}
