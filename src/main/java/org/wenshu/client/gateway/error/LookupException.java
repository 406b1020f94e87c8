package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** Something that the request names was not found. */
public final class LookupException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public LookupException(String message) {
    super("lookup-error", ErrorType.CALLER, message);
  }
}
