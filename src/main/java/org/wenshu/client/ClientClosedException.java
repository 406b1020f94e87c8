package org.wenshu.client;

/** The client, or the door used, was closed by its owner. */
public final class ClientClosedException extends WenshuException {
  private static final long serialVersionUID = 1L;

  /** Used after its end, or ended while something was outstanding. */
  public ClientClosedException() {
    super("The client is closed", null);
  }
}
