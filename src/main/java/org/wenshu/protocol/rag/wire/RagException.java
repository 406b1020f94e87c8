package org.wenshu.protocol.rag.wire;

import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;

/** Ends a request with an error of the protocol. */
public final class RagException extends WenshuException {
  private static final long serialVersionUID = 1L;

  private final transient RagError error;

  /** Ends the request with that error. */
  public RagException(RagError error) {
    super(ErrorCode.MALFORMED_REQUEST, error.message());
    this.error = error;
  }

  /** What the client is told. */
  public RagError error() {
    return error;
  }
}
