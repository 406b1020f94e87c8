package org.wenshu.protocol.gateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.protocol.gateway.GatewayJson;
import org.wenshu.protocol.gateway.service.ServiceError;
import org.wenshu.protocol.gateway.service.ServiceReply;
import org.wenshu.protocol.http.BodyWriter;
import org.wenshu.question.Language;

/**
 * The response to one HTTP request: 200 whatever comes, because clients of this protocol drop the
 * body of any other status (section 1.3). Never waits for a slow client.
 */
final class RestReply implements ServiceReply {
  private static final Logger LOG = Logger.getLogger(RestReply.class.getName());

  private final AsyncContext async;
  private final Runnable whenOver;

  /**
   * A reply on that exchange.
   *
   * @param whenOver is run when the request has been worked on; may be run twice
   */
  RestReply(AsyncContext async, Runnable whenOver) {
    this.async = async;
    this.whenOver = whenOver;
  }

  /** HTTP tells the end alone. */
  @Override
  public void piece(ObjectNode piece) {}

  @Override
  public void success(ObjectNode answer) {
    send(answer);
  }

  @Override
  public void failure(ServiceError error, Language language) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", error.toJson(language));
    send(body);
  }

  @Override
  public void abandoned() {
    whenOver.run();
    async.complete();
  }

  private void send(ObjectNode body) {
    whenOver.run();
    byte[] bytes = GatewayJson.text(body).getBytes(StandardCharsets.UTF_8);
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    try {
      response.getOutputStream().setWriteListener(new BodyWriter(async, bytes));
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.FINE, "The client was gone before its answer", gone);
    }
  }
}
