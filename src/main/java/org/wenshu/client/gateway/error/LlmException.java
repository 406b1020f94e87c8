package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** The language model failed, or a template cannot be rendered. */
public final class LlmException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public LlmException(String message) {
    super("llm-error", ErrorType.MODEL, message);
  }
}
