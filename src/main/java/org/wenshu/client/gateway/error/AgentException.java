package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** The agent did not come to an answer. */
public final class AgentException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public AgentException(String message) {
    super("agent-error", ErrorType.MODEL, message);
  }
}
