package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.feed.source.Ingest;
import org.wenshu.feed.source.SourceException;
import org.wenshu.protocol.ws.feed.FeedFault.Code;

/** Takes in the ticks that one connection brings (contract, section 14.3). Thread-safe. */
final class Bringing {
  private static final Logger LOG = Logger.getLogger(Bringing.class.getName());
  private static final double RETRY_SECONDS = 5;

  private final FeedServices services;
  private final FeedSession session;

  Bringing(FeedServices services, FeedSession session) {
    this.services = services;
    this.session = session;
  }

  /** Not on this thread where a database has to be waited for. */
  void ingest(JsonNode message) {
    FeedInputs inputs = services.inputs();
    if (!services.access().mayWrite(session.caller())) {
      inputs.audit().denied(session.caller());
      throw new RequestFault(FeedFault.of(Code.PERMISSION_DENIED, "权限不足"));
    }
    if (!message.path("items").isArray()) {
      throw new RequestFault(FeedFault.missing("items"));
    }
    if (inputs.ingest().isKeeping()) {
      services.inBackground(() -> take(message));
    } else {
      take(message);
    }
  }

  private void take(JsonNode message) {
    FeedInputs inputs = services.inputs();
    Ingest.Outcome outcome;
    try {
      outcome = inputs.ingest().accept(message.path("items"));
    } catch (SourceException notNow) {
      LOG.log(Level.WARNING, "Ticks cannot be kept", notNow);
      FeedFault fault = FeedFault.of(Code.INTERNAL_ERROR, notNow.wording().chinese());
      fault.detail("request_id", message.path("request_id"));
      session.fault(fault.retryable(RETRY_SECONDS), Optional.empty(), message);
      return;
    }
    inputs.audit().accepted(session.caller(), outcome);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("type", "ingest_ack");
    if (message.has("request_id")) {
      answer.set("request_id", message.path("request_id"));
    }
    answer.setAll(IngestItems.answer(outcome));
    session.control(FeedFrames.echo(answer, message));
  }
}
