package org.wenshu.feed;

import java.time.Duration;
import java.util.List;

/**
 * Lets one source at a time speak for a symbol (section 14.5): the first of the configured order
 * that has spoken lately. Guarded by the lock of its symbol.
 */
final class Precedence {
  private static final String OTHERS = "*";

  private final Order order;
  private String holder = "";
  private long heardNanos;

  Precedence(Order order) {
    this.order = order;
  }

  /**
   * Who comes before whom.
   *
   * @param sources the first comes first; {@code *} is the place of all that are not named, who
   *     come last without it
   * @param silence after which another may take over
   */
  record Order(List<String> sources, Duration silence) {
    int rank(String source) {
      int place = sources.indexOf(source);
      int others = sources.indexOf(OTHERS);
      return place >= 0 ? place : others >= 0 ? others : sources.size();
    }
  }

  boolean admits(String source, long nanos) {
    boolean silent = nanos - heardNanos > order.silence().toNanos();
    if (!holder.isEmpty() && !silent && order.rank(source) > order.rank(holder)) {
      return false;
    }
    holder = source;
    heardNanos = nanos;
    return true;
  }

  String holder() {
    return holder;
  }
}
