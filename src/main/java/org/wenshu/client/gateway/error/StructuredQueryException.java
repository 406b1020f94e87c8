package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** The question could not be answered with rows. */
public final class StructuredQueryException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public StructuredQueryException(String message) {
    super("structured-query-error", ErrorType.CALLER, message);
  }
}
