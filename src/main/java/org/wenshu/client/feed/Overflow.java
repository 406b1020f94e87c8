package org.wenshu.client.feed;

/** What happens to updates when a subscriber is slower than they come and its buffer is full. */
public enum Overflow {
  /**
   * The new value of a state takes the place of the one that waits (same symbol and data type);
   * where none waits, and for trades and ticks, the oldest that waits is dropped. Both are counted
   * in the update that is delivered next. The connection is never held up.
   */
  LATEST,
  /**
   * Nothing is merged or dropped here: reading from the socket stops until there is room, and the
   * server does the merging. All subscriptions of the same feed wait as well.
   */
  HOLD,
  /** The subscriber is told so by {@code onError} with a {@code ClientBusyException}. */
  FAIL
}
