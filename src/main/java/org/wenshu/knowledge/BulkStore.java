package org.wenshu.knowledge;

import java.util.List;

/**
 * A store that takes many items at once and tells which it cannot store. Thread-safe.
 *
 * @param <T> the kind of the items
 */
public interface BulkStore<T> extends ItemStore<T> {
  /**
   * Stores what can be stored; durable when this returns.
   *
   * @return what cannot, in order; the others are stored, or were before
   * @throws org.wenshu.error.WenshuException KNOWLEDGE_UNAVAILABLE when not everything was stored;
   *     some of it may be, and storing it again changes nothing
   */
  List<Refusal> store(CollectionId collection, List<T> items);
}
