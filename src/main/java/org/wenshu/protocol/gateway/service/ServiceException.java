package org.wenshu.protocol.gateway.service;

import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** Ends a request with an error of a type that the catalogue does not have. */
public final class ServiceException extends WenshuException {
  private static final long serialVersionUID = 1L;

  private final transient ServiceError error;

  /** Ends a request with that error. */
  public ServiceException(ServiceError error) {
    super(ErrorCode.MALFORMED_REQUEST, error.message());
    this.error = error;
  }

  /** An error of that type. */
  public static ServiceException of(String type, String chinese, String english) {
    return new ServiceException(new ServiceError(type, new Wording(chinese, english)));
  }

  /** A request that is not as it has to be. */
  public static ServiceException badRequest(String chinese, String english) {
    return of(ErrorKind.REQUEST, chinese, english);
  }

  /** An operation that there is not. */
  public static ServiceException badOperation(String operation) {
    return of(ErrorKind.OPERATION, "没有操作 " + operation, "There is no operation " + operation);
  }

  /** What is told. */
  public ServiceError error() {
    return error;
  }
}
