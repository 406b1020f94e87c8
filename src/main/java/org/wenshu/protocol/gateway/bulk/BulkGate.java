package org.wenshu.protocol.gateway.bulk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Stands before bulk sockets, behind the gate of the gateway: 503 for one too many (contract,
 * section 5.6). Thread-safe.
 */
final class BulkGate extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/api/v1/flow/[^/]+/(import|export)/[^/]+/?");

  private final transient BulkServices services;

  BulkGate(BulkServices services) {
    this.services = services;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    if (upgrade && PATH.matcher(path).matches() && services.sockets().isFull()) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setContentType("application/json");
      response.getWriter().write("{\"error\":\"Too many bulk sockets\"}");
    } else {
      chain.doFilter(request, response);
    }
  }
}
