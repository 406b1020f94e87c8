package org.wenshu.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names under which clients ask for channels (section 6). */
public enum DataType {
  PRICE(Channel.PRICE),
  VOLUME(Channel.VOLUME),
  ORDERBOOK(Channel.BOOK),
  DEPTH(Channel.BOOK),
  QUOTE(Channel.QUOTE),
  KLINE(Channel.KLINE),
  TRADE(Channel.TRADE),
  TICK(Channel.TRADE);

  private final Channel channel;

  DataType(Channel channel) {
    this.channel = channel;
  }

  /** What is delivered under this name. */
  public Channel channel() {
    return channel;
  }

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that name in any letter case. */
  public static Optional<DataType> find(String name) {
    return Arrays.stream(values()).filter(type -> type.wireName().equalsIgnoreCase(name)).findAny();
  }

  /** All names on the wire. */
  public static List<String> names() {
    return Arrays.stream(values()).map(DataType::wireName).toList();
  }
}
