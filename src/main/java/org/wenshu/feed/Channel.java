package org.wenshu.feed;

/** What is told apart of one symbol (contract of the real-time feed, section 6). */
public enum Channel {
  PRICE,
  VOLUME,
  BOOK,
  QUOTE,
  KLINE,
  TRADE;

  /** Whether every single update counts; of the others only the latest does. */
  public boolean isEvent() {
    return this == TRADE;
  }
}
