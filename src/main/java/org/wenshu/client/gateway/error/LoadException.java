package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** A document or core cannot be loaded. */
public final class LoadException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public LoadException(String message) {
    super("load-error", ErrorType.CALLER, message);
  }
}
