package org.wenshu.client;

/** More is outstanding on this side than the configured bound allows; nothing was sent. */
public final class ClientBusyException extends WenshuException {
  private static final long serialVersionUID = 1L;

  /** Says which bound was reached. */
  public ClientBusyException(String message) {
    super(message, null);
  }

  @Override
  public boolean retriable() {
    return true;
  }
}
