package org.wenshu.protocol.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.wenshu.operations.health.ComponentHealth;
import org.wenshu.operations.health.Health;
import org.wenshu.operations.health.HealthReport;
import org.wenshu.question.Language;

/**
 * Tells how well the server is: {@code /health} all of it, {@code /health/<component>} one
 * component, {@code /ready} whether questions can be answered, {@code /live} whether the server is
 * there at all, which asks nothing else. 200 for what works, 503 for what does not, with and
 * without a slash at the end. Thread-safe.
 */
@WebServlet(urlPatterns = {"/health", "/health/*", "/ready", "/ready/*", "/live", "/live/*"})
public class HealthServlet extends ReadOnlyServlet {
  private static final long serialVersionUID = 1L;
  private static final String JSON = "application/json";
  private static final String COMPONENT = "/health/";

  @Inject private transient Health health;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HealthJson json = new HealthJson(language(request));
    String path = request.getServletPath() + "/" + rest(request);
    switch (path) {
      case COMPONENT -> {
        HealthReport report = health.report();
        send(response, report.status().works(), json.report(report));
      }
      case "/ready/", "/health/ready" -> {
        HealthReport report = health.report();
        send(response, report.status().works(), json.ready(report));
      }
      case "/live/", "/health/live" -> send(response, true, json.live(health.uptime()));
      default -> component(path, response, json);
    }
  }

  private void component(String path, HttpServletResponse response, HealthJson json)
      throws IOException {
    Optional<ComponentHealth> component =
        path.startsWith(COMPONENT)
            ? health.component(path.substring(COMPONENT.length()))
            : Optional.empty();
    if (component.isPresent()) {
      send(response, component.get().status().works(), json.component(component.get()));
    } else {
      answer(response, HttpServletResponse.SC_NOT_FOUND, JSON, json.notFound().toString());
    }
  }

  private static void send(HttpServletResponse response, boolean works, ObjectNode body)
      throws IOException {
    int status = works ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    answer(response, status, JSON, body.toString());
  }

  private static Language language(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Language");
    return accepted != null && accepted.startsWith("zh") ? Language.CHINESE : Language.ENGLISH;
  }
}
