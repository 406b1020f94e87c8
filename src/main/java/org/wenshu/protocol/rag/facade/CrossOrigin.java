package org.wenshu.protocol.rag.facade;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.wenshu.protocol.rag.RagConfig;

/** Tells browsers which pages may read answers. Thread-safe. */
final class CrossOrigin {
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private final RagConfig config;
  private final String verb;

  CrossOrigin(RagConfig config, String verb) {
    this.config = config;
    this.verb = verb;
  }

  void tell(HttpServletRequest request, HttpServletResponse response) {
    if (config.allowedOrigins().contains("*")) {
      response.setHeader(ALLOWED, "*");
      return;
    }
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    if (origin != null && config.allowsOrigin(origin)) {
      response.setHeader(ALLOWED, origin);
    }
  }

  /** Answers a browser that asks before it sends. */
  void preflight(HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Methods", verb + ", OPTIONS");
    response.setHeader("Access-Control-Allow-Headers", "Content-Type, Authorization");
    response.setHeader("Access-Control-Max-Age", "600");
    response.setHeader("Allow", verb + ", OPTIONS");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
