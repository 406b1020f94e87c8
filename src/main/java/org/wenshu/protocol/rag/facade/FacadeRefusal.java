package org.wenshu.protocol.rag.facade;

import jakarta.servlet.http.HttpServletResponse;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** Ends an HTTP request before anything is called. */
final class FacadeRefusal extends WenshuException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private FacadeRefusal(int status, String message, String english) {
    super(ErrorCode.MALFORMED_REQUEST, new Wording(message, english));
    this.status = status;
  }

  static FacadeRefusal badRequest(String message, String english) {
    return new FacadeRefusal(HttpServletResponse.SC_BAD_REQUEST, message, english);
  }

  static FacadeRefusal tooLarge() {
    return new FacadeRefusal(
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "请求体过大", "The body is too large");
  }

  int status() {
    return status;
  }
}
