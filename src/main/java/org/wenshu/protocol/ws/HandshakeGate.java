package org.wenshu.protocol.ws;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.wenshu.protocol.frames.upgrade.KnownRequest;
import org.wenshu.security.Identity;

/**
 * Stands before the WebSocket upgrade and refuses with a status what may not pass: 426 for a
 * request that is no upgrade, 503 beyond the connection limit, 403 for a foreign origin, 401
 * without a valid credential (contract of the text2sql stream, section 1). Thread-safe.
 */
final class HandshakeGate extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  private final transient WsServices services;
  private final boolean rootOnly;

  /**
   * A gate before these services.
   *
   * @param rootOnly judges upgrades at the root alone, where the page is as well, and lets all else
   *     pass
   */
  HandshakeGate(WsServices services, boolean rootOnly) {
    this.services = services;
    this.rootOnly = rootOnly;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    if (rootOnly && !(upgrade && isRoot(request))) {
      chain.doFilter(request, response);
      return;
    }
    judge(rootOnly ? new RootRequest(request) : request, response, chain, upgrade);
  }

  private void judge(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean upgrade)
      throws IOException, ServletException {
    if (!upgrade) {
      response.setHeader("Upgrade", "websocket");
      response.setHeader("Connection", "Upgrade");
      refuse(response, 426, "This path speaks WebSocket");
    } else if (services.feed().sessions().isClosing()) {
      response.setHeader("Retry-After", "5");
      refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The server shuts down");
    } else if (services.connections().get() >= services.config().maxConnections()) {
      refuseMore(response);
    } else if (!originAllowed(request.getHeader("Origin"))) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, "Origin not allowed");
    } else {
      authenticate(request, response, chain);
    }
  }

  /** WildFly puts the page's own path in the place of the root before any filter sees it. */
  private static boolean isRoot(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.isEmpty() || path.equals("/") || path.equals("/index.html");
  }

  private void authenticate(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Identity> known = services.authentication().identity(credentials(request));
    if (known.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer");
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Not authenticated");
      return;
    }
    if (services.feed().hasTooMany(request.getServletPath(), known.get().caller())) {
      refuseMore(response);
      return;
    }
    boolean browser = request.getHeader("Origin") != null;
    chain.doFilter(
        new KnownRequest(request, new HandshakePrincipal(known.get(), browser)), response);
  }

  private boolean originAllowed(String origin) {
    List<String> allowed = services.config().allowedOrigins();
    return origin == null || allowed.contains("*") || allowed.contains(origin);
  }

  private static List<String> credentials(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    boolean bearer =
        authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return Stream.of(
            bearer ? authorization.substring(BEARER.length()).strip() : null,
            request.getHeader("X-API-Key"),
            request.getParameter("api_key"),
            request.getParameter("token"))
        .filter(Objects::nonNull)
        .toList();
  }

  private void refuseMore(HttpServletResponse response) throws IOException {
    services.metrics().limitHit("max-connections");
    response.setHeader("Retry-After", "5");
    refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "MAX_CONNECTIONS_EXCEEDED");
  }

  private static void refuse(HttpServletResponse response, int status, String reason)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(reason);
  }

  /** A request for the root, whatever the server has made of its path. */
  private static final class RootRequest extends HttpServletRequestWrapper {
    RootRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getServletPath() {
      return "/";
    }

    @Override
    public String getPathInfo() {
      return null;
    }
  }
}
