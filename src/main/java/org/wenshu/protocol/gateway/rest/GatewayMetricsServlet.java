package org.wenshu.protocol.gateway.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.operations.metrics.MetricsConfig;
import org.wenshu.protocol.gateway.GatewayJson;
import org.wenshu.protocol.gateway.GatewayServices;
import org.wenshu.protocol.gateway.service.ServiceCall;

/**
 * The meters where clients of the gateway look for them, and the one question that its status tools
 * ask of Prometheus (contract, section 5.10). 404 where meters are switched off. Thread-safe.
 */
@WebServlet(urlPatterns = {"/api/metrics", "/api/metrics/*"})
public class GatewayMetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Meters meters;
  @Inject private transient MetricsConfig config;
  @Inject private transient GatewayServices services;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    response.setHeader("Cache-Control", "no-store");
    if (config.access() == MetricsConfig.Access.OFF) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (path == null) {
      send(response, "text/plain; version=0.0.4; charset=utf-8", meters.text());
    } else if (path.equals("/query") || path.equals("/query_range")) {
      String query = request.getParameter("query");
      send(response, "application/json", GatewayJson.text(result(query)));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private ObjectNode result(String query) {
    ObjectNode answer = ServiceCall.object().put("status", "success");
    ArrayNode result = answer.putObject("data").put("resultType", "vector").putArray("result");
    if ("processor_info".equals(query)) {
      for (String kind : services.calls().services().kinds()) {
        ObjectNode component = result.addObject();
        component.putObject("metric").put("__name__", "processor_info").put("job", kind);
        component.putArray("value").add(0).add("1");
      }
    }
    return answer;
  }

  private static void send(HttpServletResponse response, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
