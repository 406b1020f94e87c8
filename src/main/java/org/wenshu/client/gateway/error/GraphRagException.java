package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** No answer could be made from the graph. */
public final class GraphRagException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public GraphRagException(String message) {
    super("graph-rag-error", ErrorType.MODEL, message);
  }
}
