package org.wenshu.protocol.gateway.bulk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wenshu.knowledge.CollectionId;

/** What is written before the next is: a batch for each collection. For one thread at a time. */
final class Unit<T> {
  private final Map<CollectionId, Batch<T>> batches = new LinkedHashMap<>();
  private int items;
  private long bytes;

  void add(CollectionId collection, long number, T item) {
    batches.computeIfAbsent(collection, Batch::new).add(number, item);
    items++;
  }

  /** Counts the frame that items came in. */
  void addBytes(long length) {
    bytes += length;
  }

  boolean isEmpty() {
    return items == 0;
  }

  boolean isFull(BulkConfig config) {
    return items >= config.batchItems() || bytes >= config.batchBytes();
  }

  Collection<Batch<T>> batches() {
    return batches.values();
  }
}
