package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** A flow or blueprint does not exist, or cannot be started. */
public final class FlowException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public FlowException(String message) {
    super("flow-error", ErrorType.CALLER, message);
  }
}
