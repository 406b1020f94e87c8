package org.wenshu.protocol.operations;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A servlet that answers GET and HEAD, and 405 to the rest. Answers are never kept by caches. */
abstract class ReadOnlyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Set<String> VERBS = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (VERBS.contains(request.getMethod())) {
      response.setHeader("Cache-Control", "no-store");
      super.service(request, response);
    } else {
      response.setHeader("Allow", "GET, HEAD, OPTIONS");
      answer(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "text/plain", "");
    }
  }

  /** The path behind the servlet's own, without slashes at its ends. */
  static String rest(HttpServletRequest request) {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    return path.replaceAll("^/+|/+$", "");
  }

  static void answer(HttpServletResponse response, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type + "; charset=utf-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
