package org.wenshu.client.gateway.bulk;

import java.util.Iterator;
import java.util.concurrent.Flow.Publisher;
import java.util.stream.Stream;

/**
 * Where the items of an import come from. Each is used once.
 *
 * @param <T> the kind of the items
 */
public sealed interface Items<T> permits PulledItems, PushedItems {
  /** Items of a collection. */
  static <T> Items<T> of(Iterable<T> items) {
    return new PulledItems<>(items.iterator(), () -> {});
  }

  /**
   * Items of an iterator. Clients that wait go through it on the thread of their caller, those that
   * do not on threads of their own.
   */
  static <T> Items<T> of(Iterator<T> items) {
    return new PulledItems<>(items, () -> {});
  }

  /** Items of a stream, which is closed at the end. */
  static <T> Items<T> of(Stream<T> items) {
    return new PulledItems<>(items.iterator(), items::close);
  }

  /** Items of a publisher, asked for as fast as they can be sent. */
  static <T> Items<T> of(Publisher<T> items) {
    return new PushedItems<>(items);
  }
}
