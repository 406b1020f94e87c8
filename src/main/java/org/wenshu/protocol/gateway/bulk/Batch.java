package org.wenshu.protocol.gateway.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wenshu.knowledge.CollectionId;

/**
 * Items of one collection that are written together. For one thread at a time.
 *
 * @param <T> the kind of the items
 */
final class Batch<T> {
  private final CollectionId collection;
  private final List<T> items = new ArrayList<>();
  private long[] numbers = new long[256];

  Batch(CollectionId collection) {
    this.collection = collection;
  }

  /** Adds the item that was received as that one, counted from 0. */
  void add(long number, T item) {
    if (items.size() == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    numbers[items.size()] = number;
    items.add(item);
  }

  CollectionId collection() {
    return collection;
  }

  List<T> items() {
    return items;
  }

  long number(int index) {
    return numbers[index];
  }
}
