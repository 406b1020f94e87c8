package org.wenshu.protocol.ws.feed;

import java.util.Locale;
import org.wenshu.feed.Channel;

/** How a client writes and reads: each subscription is answered in the form of its request. */
enum Form {
  /** Dialect A: everything on the top level. */
  FLAT,
  /** Dialect B: payload in {@code data}, types by channel. */
  ENVELOPE,
  /** Dialect F: as B, types in capitals. */
  CAPITAL;

  /** The type of a data frame. */
  String dataType(Channel channel) {
    if (this == FLAT) {
      return "data";
    }
    if (this == CAPITAL) {
      return "DATA";
    }
    return switch (channel) {
      case KLINE -> "kline_data";
      case TRADE -> "trade_data";
      case BOOK -> "depth_data";
      default -> "market_data";
    };
  }

  static Form of(String type, boolean hasData) {
    if (type.length() > 1 && type.equals(type.toUpperCase(Locale.ROOT))) {
      return CAPITAL;
    }
    return hasData ? ENVELOPE : FLAT;
  }
}
