package org.wenshu.client;

/**
 * There is no connection to the server, or it was lost. Requests that were outstanding fail with
 * this and are never sent again on their own.
 */
public class ConnectionException extends WenshuException {
  private static final long serialVersionUID = 1L;

  /** A failure of the connection with its cause (may be null). */
  public ConnectionException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public boolean retriable() {
    return true;
  }
}
