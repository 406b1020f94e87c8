package org.wenshu.protocol.gateway.service;

/** The types of errors on the wire (contract, section 1.3). */
public final class ErrorKind {
  /** The gateway itself: unknown flow, unknown service, no answer in time. */
  public static final String GATEWAY = "gateway-error";

  /** The request is not as it has to be. */
  public static final String REQUEST = "request-error";

  /** No such operation. */
  public static final String OPERATION = "bad-operation";

  /** Given up as asked. */
  public static final String CANCELLED = "cancelled";

  /** Something else. */
  public static final String UNEXPECTED = "unexpected-error";

  private ErrorKind() {}
}
