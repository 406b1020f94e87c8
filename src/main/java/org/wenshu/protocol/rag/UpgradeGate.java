package org.wenshu.protocol.rag;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.wenshu.protocol.frames.upgrade.KnownRequest;

/**
 * Stands before the upgrade to WebSocket (section 1.1): 503 beyond the connection limit, 403 for a
 * foreign origin. Asks for no credential, which comes in-band. What is no upgrade passes, because
 * the path has other uses. Thread-safe.
 */
final class UpgradeGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient RagServices services;

  UpgradeGate(RagServices services) {
    this.services = services;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      chain.doFilter(request, response);
    } else if (services.connections().isFull()) {
      services.metrics().limitHit("max-connections");
      refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many connections");
    } else if (!originAllowed(request)) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, "Origin not allowed");
    } else {
      chain.doFilter(new KnownRequest(request, new Address(request.getRemoteAddr())), response);
    }
  }

  private boolean originAllowed(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null
        || isOwn(origin, request.getHeader("Host"))
        || services.config().allowsOrigin(origin);
  }

  private static boolean isOwn(String origin, String host) {
    int authority = origin.indexOf("://");
    return authority > 0 && origin.substring(authority + 3).equalsIgnoreCase(host);
  }

  private static void refuse(HttpServletResponse response, int status, String reason)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(reason);
  }

  /** Where a connection comes from. Travels as the principal, which servers keep with a session. */
  record Address(String value) implements Principal {
    @Override
    public String getName() {
      return value;
    }
  }
}
