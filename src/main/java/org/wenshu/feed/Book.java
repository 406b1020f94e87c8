package org.wenshu.feed;

import java.util.List;

/** An order book, best prices first, at most {@value #MOST_LEVELS} levels a side. Immutable. */
public record Book(List<Level> bids, List<Level> asks) {
  /** Levels beyond are dropped. */
  public static final int MOST_LEVELS = 20;

  /** Copies the lists, and cuts them. */
  public Book {
    bids = List.copyOf(bids.subList(0, Math.min(MOST_LEVELS, bids.size())));
    asks = List.copyOf(asks.subList(0, Math.min(MOST_LEVELS, asks.size())));
  }
}
