package org.wenshu.knowledge;

import java.util.List;

/**
 * A store that takes many items at once and tells which it cannot store. Thread-safe.
 *
 * @param <T> the kind of the items
 */
public interface BulkStore<T> extends ItemStore<T> {
  /**
   * Stores what can be stored in one transaction; durable when this returns.
   *
   * @return what cannot, in order; the others are stored, or were before
   * @throws org.wenshu.error.WenshuException KNOWLEDGE_UNAVAILABLE when nothing was stored
   */
  List<Refusal> store(CollectionId collection, List<T> items);
}
