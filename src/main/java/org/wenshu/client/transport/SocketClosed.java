package org.wenshu.client.transport;

import java.util.Optional;
import org.wenshu.client.ConnectionClosedException;

/**
 * How a socket ended.
 *
 * @param code the close code; 1006 when it broke without one
 * @param reason the reason that came with it; empty when none
 * @param cause what broke it, where something did
 */
public record SocketClosed(int code, String reason, Optional<Throwable> cause) {
  /** The code of a socket that broke without a close message. */
  public static final int BROKEN = 1006;

  /** An end with a close message. */
  public static SocketClosed with(int code, String reason) {
    return new SocketClosed(code, reason, Optional.empty());
  }

  /** An end without a close message. */
  public static SocketClosed broken(String reason, Throwable cause) {
    return new SocketClosed(BROKEN, reason, Optional.of(cause));
  }

  /** The same as an exception, for those who were waiting. */
  public ConnectionClosedException asException() {
    return new ConnectionClosedException(code, reason, cause.orElse(null));
  }
}
