package org.wenshu.protocol.rag.facade;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.wenshu.protocol.rag.RagServices;
import org.wenshu.protocol.rag.method.RagCall;
import org.wenshu.protocol.rag.method.RagMethod;
import org.wenshu.protocol.rag.wire.EnvelopeWriter;

/**
 * Answers one path of the facade. No thread of the server is held while a question is on its way;
 * every call ends by its own deadline, so the request needs none. Thread-safe.
 */
final class FacadeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PREFLIGHT = "OPTIONS";

  private final transient FacadeRoute route;
  private final transient RagServices services;
  private final transient RagMethod method;
  private final transient FacadeIdentity identity;
  private final transient CrossOrigin origins;

  FacadeServlet(FacadeRoute route, RagServices services, FacadeIdentity identity) {
    this.route = route;
    this.services = services;
    this.method = services.methods().find(route.method()).orElseThrow();
    this.identity = identity;
    this.origins = new CrossOrigin(services.config(), route.verb());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    origins.tell(request, response);
    if (request.getMethod().equals(PREFLIGHT)) {
      origins.preflight(response);
    } else if (!request.getMethod().equals(route.verb())) {
      response.setHeader("Allow", route.verb() + ", " + PREFLIGHT);
      refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "不支持的请求方法");
    } else {
      read(request, response);
    }
  }

  private void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ObjectNode params;
    try {
      params = route.read(request, services.config().maxMessageBytes());
    } catch (FacadeRefusal refusal) {
      refuse(response, refusal.status(), refusal.wording().chinese());
      return;
    }
    call(request, params);
  }

  private void call(HttpServletRequest request, ObjectNode params) {
    FacadePeer peer =
        new FacadePeer(identity, request.getHeader("Authorization"), request.getRemoteAddr());
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    FacadeReply reply =
        new FacadeReply(async, route.failure(), services.config().facade().strictStatus());
    String id = UUID.randomUUID().toString();
    RagCall call = services.calls().open(id, method, params, peer, reply);
    services.calls().start(call);
  }

  private static void refuse(HttpServletResponse response, int status, String message)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json; charset=utf-8");
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", message);
    response.getWriter().write(EnvelopeWriter.text(body));
  }
}
