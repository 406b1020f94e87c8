package org.wenshu.protocol.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.wenshu.protocol.gateway.GatewayJson;
import org.wenshu.protocol.gateway.GatewayPrincipal;
import org.wenshu.protocol.gateway.GatewayServices;
import org.wenshu.protocol.gateway.service.ErrorKind;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceError;
import org.wenshu.protocol.gateway.service.ServiceRequest;
import org.wenshu.question.Language;

/**
 * Every service over HTTP: POST with a JSON object. No thread of the server is held while an answer
 * is on its way. Thread-safe.
 */
@WebServlet(urlPatterns = "/api/v1/*", asyncSupported = true)
public class RestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final ServiceError NO_OBJECT =
      ServiceError.of(ErrorKind.REQUEST, "请求体必须是 JSON 对象", "The body must be a JSON object");

  /** So many of the longest bodies fit into the memory of all. */
  private static final int LONGEST_AT_ONCE = 3;

  @Inject private transient GatewayServices services;
  private transient BodyMemory memory;

  @Override
  public void init() {
    memory = new BodyMemory((long) LONGEST_AT_ONCE * services.config().maxBodyBytes());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RestPath> path = RestPath.of(String.valueOf(request.getPathInfo()));
    if (path.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      call(path.get(), request, response);
    }
  }

  private void call(RestPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int most = services.config().maxBodyBytes();
    boolean announced = request.getContentLengthLong() > most;
    if (announced) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    Optional<BodyMemory.Body> taken = memory.read(request.getInputStream(), most + 1);
    if (taken.isEmpty()) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else if (taken.get().length() > most) {
      taken.get().close();
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      start(path, request, taken.get());
    }
  }

  private void start(RestPath path, HttpServletRequest request, BodyMemory.Body taken)
      throws IOException {
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    RestReply reply = new RestReply(async, taken::close);
    Optional<ObjectNode> body = object(taken.bytes());
    if (body.isEmpty()) {
      reply.failure(NO_OBJECT, Language.ENGLISH);
      return;
    }
    ServiceRequest wanted =
        new ServiceRequest(
            path.flow(),
            path.kind(),
            body.get(),
            GatewayPrincipal.caller(request.getUserPrincipal()));
    services.calls().start(new ServiceCall(wanted, reply, false));
  }

  private static Optional<ObjectNode> object(byte[] bytes) throws IOException {
    try {
      JsonNode body = GatewayJson.read(bytes);
      return body instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
