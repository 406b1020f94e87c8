package org.wenshu.client.feed;

import java.util.Locale;

/** Where the connection of a {@link WebSocketClient} stands. */
public enum ConnectionState {
  /** Never connected, or disconnected by its owner. Nothing happens until {@code connect()}. */
  DISCONNECTED,
  /** The first attempt is under way. */
  CONNECTING,
  /** Open: frames come and go. */
  CONNECTED,
  /** Lost, and tried again: between attempts, or in one. Subscriptions are kept. */
  RECONNECTING,
  /**
   * The first attempt failed, or all that were allowed. Nothing happens until {@code connect()}.
   */
  ERROR;

  /** The name as statistics show it, in lower case. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether an attempt is under way or will be made by itself. */
  boolean isPending() {
    return this == CONNECTING || this == RECONNECTING;
  }
}
