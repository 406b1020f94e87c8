package org.wenshu.protocol.gateway.bulk;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.knowledge.CollectionId;

/**
 * The items of one frame, good and bad, in their order. For one thread.
 *
 * @param <T> the kind of the items
 */
final class Frame<T> {
  private final List<T> items = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private CollectionId collection;

  void add(T item) {
    items.add(item);
    reasons.add(null);
  }

  void addBad(String reason) {
    items.add(null);
    reasons.add(reason);
  }

  void in(CollectionId named) {
    collection = named;
  }

  CollectionId collection() {
    return collection;
  }

  int size() {
    return items.size();
  }

  /** The item at that place; null where it is bad. */
  T item(int index) {
    return items.get(index);
  }

  /** Why the item at that place is bad; null where it is good. */
  String reason(int index) {
    return reasons.get(index);
  }

  /** A frame that is one bad item. */
  static <T> Frame<T> bad(CollectionId collection, String reason) {
    Frame<T> frame = new Frame<>();
    frame.in(collection);
    frame.addBad(reason);
    return frame;
  }
}
