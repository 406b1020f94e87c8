package org.wenshu.protocol.gateway.bulk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before bulk sockets, behind the gate of the gateway: 503 for one too many (contract,
 * section 5.6). Imports it opens itself; exports are endpoints. Thread-safe.
 */
final class BulkGate extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH =
      Pattern.compile("/api/v1/flow/[^/]+/(import|export)/([^/]+)/?");

  private final transient BulkServices services;

  BulkGate(BulkServices services) {
    this.services = services;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String info = request.getPathInfo();
    Matcher path = PATH.matcher(request.getServletPath() + (info == null ? "" : info));
    boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    if (!upgrade || !path.matches()) {
      chain.doFilter(request, response);
    } else if (services.sockets().isFull()) {
      refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many bulk sockets");
    } else if (path.group(1).equals("export")) {
      chain.doFilter(request, response);
    } else {
      open(path.group(2), request, response);
    }
  }

  private void open(String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Optional<BulkKind> kind = BulkKind.of(name);
    if (kind.isEmpty()) {
      refuse(response, HttpServletResponse.SC_NOT_FOUND, "No such kind");
      return;
    }
    if (!Handshake.isSound(request)) {
      response.setHeader("Sec-WebSocket-Version", Handshake.VERSION);
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "No sound handshake");
      return;
    }
    boolean aware = Handshake.offers(request, ImportReport.PROTOCOL);
    BulkTarget target = BulkAddress.of(request::getParameter).target();
    ImportStart start = new ImportStart(services, kind.get(), target, aware);
    if (!services.sockets().add(start)) {
      refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many bulk sockets");
      return;
    }
    boolean opened = false;
    try {
      Handshake.accept(
          request, response, aware ? Optional.of(ImportReport.PROTOCOL) : Optional.empty());
      request.upgrade(ImportSocket.class).use(start);
      opened = true;
    } finally {
      if (!opened) {
        start.giveUp();
      }
    }
  }

  private static void refuse(HttpServletResponse response, int status, String reason)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.getWriter().write("{\"error\":\"" + reason + "\"}");
  }
}
