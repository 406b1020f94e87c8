package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** Imported rows could not be read. */
public final class ObjectsQueryException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public ObjectsQueryException(String message) {
    super("objects-query-error", ErrorType.DATABASE, message);
  }
}
