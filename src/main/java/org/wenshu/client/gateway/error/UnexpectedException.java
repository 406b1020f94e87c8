package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** A failure of type {@code unexpected-error}, or of a type that the contract does not name. */
public final class UnexpectedException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param code the type on the wire
   * @param message the server's words
   */
  public UnexpectedException(String code, String message) {
    super(code, ErrorType.INTERNAL, message);
  }
}
