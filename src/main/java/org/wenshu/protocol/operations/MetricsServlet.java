package org.wenshu.protocol.operations;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.operations.metrics.MetricsConfig;
import org.wenshu.operations.metrics.MetricsConfig.Access;
import org.wenshu.security.Authentication;
import org.wenshu.security.CredentialJudgement;

/**
 * Shows all meters as Prometheus text at {@code /metrics}: 404 where that is switched off, 401
 * without a valid bearer token where callers must be known. Thread-safe.
 */
@WebServlet(urlPatterns = {"/metrics", "/metrics/*"})
public class MetricsServlet extends ReadOnlyServlet {
  private static final long serialVersionUID = 1L;
  private static final String TEXT = "text/plain; version=0.0.4";

  @Inject private transient Meters meters;
  @Inject private transient MetricsConfig config;
  @Inject private transient Authentication authentication;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (config.access() == Access.OFF || !rest(request).isEmpty()) {
      answer(response, HttpServletResponse.SC_NOT_FOUND, "text/plain", "");
    } else if (config.access() == Access.AUTHENTICATED && !isKnown(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      answer(response, HttpServletResponse.SC_UNAUTHORIZED, "text/plain", "");
    } else {
      answer(response, HttpServletResponse.SC_OK, TEXT, meters.text());
    }
  }

  private boolean isKnown(HttpServletRequest request) {
    String credential = request.getHeader("Authorization");
    return authentication.judge(credential == null ? "" : credential)
        instanceof CredentialJudgement.Accepted;
  }
}
