package org.wenshu.knowledge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands items on in parts of so many. For one thread. */
final class Parts<T> {
  private final int most;
  private final Consumer<List<T>> taker;
  private List<T> part = new ArrayList<>();

  Parts(int most, Consumer<List<T>> taker) {
    this.most = most;
    this.taker = taker;
  }

  void add(T item) {
    part.add(item);
    if (part.size() == most) {
      end();
    }
  }

  /** Hands on what is left. */
  void end() {
    if (!part.isEmpty()) {
      taker.accept(part);
      part = new ArrayList<>();
    }
  }
}
