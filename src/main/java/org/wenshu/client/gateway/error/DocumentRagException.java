package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** No answer could be made from documents. */
public final class DocumentRagException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public DocumentRagException(String message) {
    super("document-rag-error", ErrorType.MODEL, message);
  }
}
