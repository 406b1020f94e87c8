package org.wenshu.protocol.rag.facade;

import jakarta.servlet.http.HttpServletResponse;
import org.wenshu.protocol.rag.wire.RagCode;

/** Errors of the protocol as HTTP statuses. */
final class FacadeStatus {
  private static final int TOO_MANY_REQUESTS = 429;

  private FacadeStatus() {}

  /** 400 and 500 as in the samples, or finer ones. */
  static int of(RagCode code, boolean strict) {
    if (code == RagCode.INVALID_PARAMS) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    return strict ? strict(code) : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private static int strict(RagCode code) {
    return switch (code) {
      case AUTHENTICATION -> HttpServletResponse.SC_UNAUTHORIZED;
      case AUTHORIZATION -> HttpServletResponse.SC_FORBIDDEN;
      case SESSION_NOT_FOUND, SESSION_EXPIRED, TABLE_NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
      case TIMEOUT -> HttpServletResponse.SC_REQUEST_TIMEOUT;
      case RATE_LIMIT, LLM_RATE_LIMIT -> TOO_MANY_REQUESTS;
      case SERVER_ERROR, DB_CONNECTION, SCHEMA_LOAD, LLM_CONNECTION ->
          HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      default -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    };
  }
}
