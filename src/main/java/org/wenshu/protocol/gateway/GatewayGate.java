package org.wenshu.protocol.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.flow.Flows;
import org.wenshu.protocol.frames.upgrade.KnownRequest;
import org.wenshu.protocol.gateway.socket.SocketConnections;
import org.wenshu.security.Authentication;
import org.wenshu.security.CredentialJudgement;

/**
 * Stands before every path of the gateway (contract, section 2): 401 without a valid bearer header
 * or, for sockets, {@code token} parameter, before any body is read and before any upgrade; 403
 * without a role that is asked for, and for pages of foreign origins that open sockets; 404 for
 * bulk sockets of an unknown flow or kind; 503 when flows cannot be looked up. Thread-safe.
 */
final class GatewayGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The feed's sockets have a gate of their own, before this one or after it. */
  private static final String FEED = "/api/v1/ws/";

  private final transient GatewayConfig config;
  private final transient Authentication authentication;
  private final transient Flows flows;
  private final transient SocketConnections sockets;

  GatewayGate(GatewayServices services, SocketConnections sockets) {
    this.config = services.config();
    this.authentication = services.authentication();
    this.flows = services.flows();
    this.sockets = sockets;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    if (upgrade && path(request).startsWith(FEED)) {
      chain.doFilter(request, response);
      return;
    }
    CredentialJudgement judgement = authentication.judge(credential(request, upgrade));
    if (judgement instanceof CredentialJudgement.Accepted accepted) {
      if (!config.admits(accepted.identity().caller().roles())) {
        refuse(response, HttpServletResponse.SC_FORBIDDEN, "{\"error\":\"Forbidden\"}");
      } else if (!upgrade || maySocketOpen(request, response)) {
        chain.doFilter(
            new KnownRequest(request, new GatewayPrincipal(accepted.identity().caller())),
            response);
      }
    } else {
      response.setHeader("WWW-Authenticate", "Bearer");
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "{\"error\":\"Unauthorized\"}");
    }
  }

  private boolean maySocketOpen(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String origin = request.getHeader("Origin");
    if (origin != null && !isOwn(origin, request) && !config.allowsOrigin(origin)) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, "{\"error\":\"Origin not allowed\"}");
      return false;
    }
    if (sockets.isFull()) {
      refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "{\"error\":\"Too many\"}");
      return false;
    }
    Optional<BulkPath> bulk = BulkPath.of(path(request));
    int status = bulk.map(this::statusOf).orElse(HttpServletResponse.SC_OK);
    if (status != HttpServletResponse.SC_OK) {
      refuse(response, status, "{\"error\":\"No such flow or kind\"}");
      return false;
    }
    return true;
  }

  private int statusOf(BulkPath bulk) {
    try {
      boolean offered =
          bulk.store()
              .filter(store -> flows.offers(bulk.flow(), store) == Flows.Offer.OFFERED)
              .isPresent();
      return offered ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND;
    } catch (WenshuException unavailable) {
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
  }

  /** The header wins; the parameter counts for sockets only, because proxies log it. */
  private static String credential(HttpServletRequest request, boolean upgrade) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return header;
    }
    String token = upgrade ? request.getParameter("token") : null;
    return token == null ? "" : token;
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }

  private static boolean isOwn(String origin, HttpServletRequest request) {
    int authority = origin.indexOf("://");
    return authority > 0
        && origin.substring(authority + 3).equalsIgnoreCase(request.getHeader("Host"));
  }

  private static void refuse(HttpServletResponse response, int status, String body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.getWriter().write(body);
  }
}
