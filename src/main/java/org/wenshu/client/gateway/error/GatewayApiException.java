package org.wenshu.client.gateway.error;

import org.wenshu.client.ApplicationException;
import org.wenshu.client.ErrorType;

/**
 * The gateway reports that a request failed (contract, section 6.8). Its {@link #code} is the type
 * that the wire names, such as {@code graph-rag-error}; the subclasses stand for the types of the
 * contract, and {@link UnexpectedException} for all others.
 */
public class GatewayApiException extends ApplicationException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param code the type on the wire
   * @param type who has to act
   * @param message the server's words
   */
  protected GatewayApiException(String code, ErrorType type, String message) {
    super(code, type, false, message);
  }
}
