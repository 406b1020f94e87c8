package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** The gateway knows no such flow or service, or the service keeps silent. */
public final class GatewayException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public GatewayException(String message) {
    super("gateway-error", ErrorType.CALLER, message);
  }
}
