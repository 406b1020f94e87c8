package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.wenshu.security.Caller;

/**
 * How the feed fares, at {@code /ws/status}, {@code /ws/health} and {@code /ws/connections}, and
 * what an administrator can do about it: {@code POST /ws/broadcast} and {@code
 * /ws/disconnect/{client_id}} (contract, section 13). Thread-safe.
 */
@WebServlet({
  "/ws/status",
  "/ws/health",
  "/ws/connections",
  "/ws/broadcast",
  "/ws/disconnect/*",
  "/api/v1/ws/status",
  "/api/v1/ws/health",
  "/api/v1/ws/connections",
  "/api/v1/ws/broadcast",
  "/api/v1/ws/disconnect/*"
})
public class StateServlet extends FeedServlet {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MAX_BYTES = 64 * 1024;

  /** Made by the server. */
  public StateServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String what = what(request);
    if (what.equals("health")) {
      boolean down = services().sources().isDown();
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("status", down ? "degraded" : "healthy");
      body.put("active_connections", services().sessions().size());
      answer(response, HttpServletResponse.SC_OK, body);
      return;
    }
    Optional<Caller> caller = caller(request, response);
    if (caller.isEmpty()) {
      return;
    }
    if (what.equals("status")) {
      answer(response, HttpServletResponse.SC_OK, new FeedStats(services()).all());
    } else if (!what.equals("connections")) {
      refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "UNSUPPORTED_TYPE", "请使用 POST");
    } else if (!services().access().isAdmin(caller.get())) {
      forbid(response);
    } else {
      answer(response, HttpServletResponse.SC_OK, connections());
    }
  }

  private ObjectNode connections() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode list = body.putArray("connections");
    for (FeedSession session : services().sessions().snapshot()) {
      ObjectNode entry = list.addObject();
      entry.put("client_id", session.clientId());
      entry.put("caller", session.caller().name());
      entry.put("connected_at", services().time().local(session.openedAt()));
      entry.put("messages_received", session.received());
      ArrayNode ids = entry.putArray("subscriptions");
      session.ids().forEach(ids::add);
    }
    body.put("count", list.size());
    return body;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Caller> caller = caller(request, response);
    if (caller.isEmpty()) {
      return;
    }
    String what = what(request);
    if (!services().access().isAdmin(caller.get())) {
      forbid(response);
    } else if (what.equals("broadcast")) {
      broadcast(request, response);
    } else if (what.equals("disconnect")) {
      disconnect(request, response);
    } else {
      refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "UNSUPPORTED_TYPE", "请使用 GET");
    }
  }

  private void broadcast(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonNode body;
    try {
      body = JSON.readTree(request.getInputStream().readNBytes(MAX_BYTES));
    } catch (IOException notJson) {
      body = JsonNodeFactory.instance.missingNode();
    }
    if (!body.isObject()) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "INVALID_JSON", "无效的JSON格式");
      return;
    }
    services()
        .sessions()
        .broadcast(
            body.path("type").asText("broadcast"),
            body.path("severity").asText("info").toLowerCase(Locale.ROOT),
            body.path("message").asText(""),
            (ObjectNode) body);
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    answer(response, HttpServletResponse.SC_OK, told.put("sent", services().sessions().size()));
  }

  private void disconnect(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    if (services().sessions().disconnect(path)) {
      ObjectNode told = JsonNodeFactory.instance.objectNode();
      answer(response, HttpServletResponse.SC_OK, told.put("success", true));
    } else {
      refuse(response, HttpServletResponse.SC_NOT_FOUND, "NOT_FOUND", "连接不存在");
    }
  }

  private static String what(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
