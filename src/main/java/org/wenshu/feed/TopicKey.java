package org.wenshu.feed;

import java.util.Optional;

/**
 * What can be subscribed to.
 *
 * @param period for bars only
 */
public record TopicKey(String symbol, Channel channel, Optional<Period> period) {
  /** A topic that is not about bars. */
  public static TopicKey of(String symbol, Channel channel) {
    return new TopicKey(symbol, channel, Optional.empty());
  }
}
