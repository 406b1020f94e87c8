package org.wenshu.client.gateway.rest;

import org.wenshu.client.ProtocolException;

/**
 * The server answered with an HTTP status other than 200: 401 without a good token, 403 without the
 * right, 404 where there is no gateway, 413 for too much, 503 while it stops.
 */
public final class StatusException extends ProtocolException {
  private static final long serialVersionUID = 1L;

  private final int status;

  StatusException(int status) {
    super("Status code " + status, null);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Only a server that is busy (429) or not at its best (5xx) may answer otherwise later. */
  @Override
  public boolean retriable() {
    return status == 429 || status >= 500;
  }
}
