package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wenshu.security.Authentication;
import org.wenshu.security.Caller;

/** What the feed's requests over HTTP have in common. Thread-safe. */
abstract class FeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient FeedServices services;
  @Inject private transient Authentication authentication;

  FeedServices services() {
    return services;
  }

  /** Who asks; empty after a refusal. */
  Optional<Caller> caller(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Caller> caller = authentication.caller(FeedCredentials.of(request));
    if (caller.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer");
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "AUTHENTICATION_FAILED", "认证失败");
    }
    return caller;
  }

  static void forbid(HttpServletResponse response) throws IOException {
    refuse(response, HttpServletResponse.SC_FORBIDDEN, "PERMISSION_DENIED", "权限不足");
  }

  static void refuse(HttpServletResponse response, int status, String code, String message)
      throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    answer(response, status, body.put("code", code).put("error", message));
  }

  static void answer(HttpServletResponse response, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json; charset=utf-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
