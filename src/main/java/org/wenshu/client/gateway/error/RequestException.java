package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** The request lacks something or is not well formed. */
public final class RequestException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public RequestException(String message) {
    super("request-error", ErrorType.CALLER, message);
  }
}
