package org.wenshu.knowledge.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Items in two parts of about the same size. Equal ones are in the same part, so that transactions
 * that write the parts never wait for each other's rows.
 */
record Halves<T>(List<T> first, List<T> second) {
  static <T> Halves<T> of(List<T> items) {
    List<T> first = new ArrayList<>(items.size());
    List<T> second = new ArrayList<>(items.size());
    for (T item : items) {
      // The uppermost bit of the product depends on all bits of the hash.
      (item.hashCode() * 0x9E3779B9 < 0 ? first : second).add(item);
    }
    return new Halves<>(first, second);
  }
}
