package org.wenshu.protocol.rag.facade;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.protocol.http.BodyWriter;
import org.wenshu.protocol.rag.method.RagReply;
import org.wenshu.protocol.rag.wire.EnvelopeWriter;
import org.wenshu.protocol.rag.wire.RagCode;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.question.Language;

/** The response to one HTTP request. Never waits for a slow client. */
final class FacadeReply implements RagReply {
  private static final Logger LOG = Logger.getLogger(FacadeReply.class.getName());

  private final AsyncContext async;
  private final String failure;
  private final boolean strict;

  FacadeReply(AsyncContext async, String failure, boolean strict) {
    this.async = async;
    this.failure = failure;
    this.strict = strict;
  }

  @Override
  public void success(ObjectNode result) {
    send(HttpServletResponse.SC_OK, result);
  }

  @Override
  public void failure(RagError error, Language language, boolean administrator) {
    ObjectNode told = error.toJson(language, administrator);
    boolean badRequest = error.code() == RagCode.INVALID_PARAMS;
    String message = told.path("message").asText();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("error", badRequest ? message : failure + message);
    body.put("code", error.code().number());
    if (told.has("data")) {
      body.set("data", told.get("data"));
    }
    send(FacadeStatus.of(error.code(), strict), body);
  }

  @Override
  public void abandoned() {
    async.complete();
  }

  private void send(int status, ObjectNode body) {
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    byte[] bytes = EnvelopeWriter.text(body).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json; charset=utf-8");
    response.setContentLength(bytes.length);
    try {
      response.getOutputStream().setWriteListener(new BodyWriter(async, bytes));
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.FINE, "The client was gone before its answer", gone);
    }
  }
}
