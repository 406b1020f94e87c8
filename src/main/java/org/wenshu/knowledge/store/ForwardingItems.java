package org.wenshu.knowledge.store;

import java.util.List;
import java.util.function.BiConsumer;
import org.wenshu.knowledge.BulkStore;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Refusal;
import org.wenshu.knowledge.Scope;

/**
 * What all stores do alike.
 *
 * @param <T> the kind of the items
 */
abstract class ForwardingItems<T> implements BulkStore<T> {
  private final BulkStore<T> items;

  ForwardingItems(BulkStore<T> items) {
    this.items = items;
  }

  @Override
  public final void add(CollectionId collection, List<T> added) {
    items.add(collection, added);
  }

  @Override
  public final void each(Scope scope, BiConsumer<CollectionId, T> visitor) {
    items.each(scope, visitor);
  }

  @Override
  public final List<Refusal> store(CollectionId collection, List<T> stored) {
    return items.store(collection, stored);
  }
}
