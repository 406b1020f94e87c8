package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** No statement could be made of the question. */
public final class NlpQueryException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public NlpQueryException(String message) {
    super("nlp-query-error", ErrorType.CALLER, message);
  }
}
