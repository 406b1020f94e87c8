package org.wenshu.client;

import java.net.URI;

/**
 * The server answered, but did not open the socket: 401 for a missing or wrong token, 403 for a
 * caller without the right, 503 when it is full or stopping, 404 when the door is not there.
 */
public final class HandshakeRefusedException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** The server refused to open that socket with an HTTP status. */
  public HandshakeRefusedException(URI address, int status, Throwable cause) {
    super("The server refused " + Addresses.shown(address) + " with HTTP status " + status, cause);
    this.status = status;
  }

  /** The HTTP status of the refusal. */
  public int status() {
    return status;
  }

  /** Only a server that is busy (429) or not at its best (5xx) may answer otherwise later. */
  @Override
  public boolean retriable() {
    return status == 429 || status >= 500;
  }
}
