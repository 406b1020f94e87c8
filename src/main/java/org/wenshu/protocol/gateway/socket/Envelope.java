package org.wenshu.protocol.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.protocol.gateway.GatewayJson;
import org.wenshu.protocol.gateway.service.ServiceError;
import org.wenshu.question.Language;

/** Writes frames of the socket (sections 3.2 and 3.5). */
final class Envelope {
  private Envelope() {}

  /** A part of an answer, or all of it. */
  static String data(JsonNode id, ObjectNode response, boolean complete) {
    return "{\"id\":"
        + GatewayJson.text(id)
        + ",\"response\":"
        + GatewayJson.text(response)
        + ",\"complete\":"
        + complete
        + "}";
  }

  /** A failure, in both places where clients look for it; without an id when that is unknown. */
  static String failure(JsonNode id, ServiceError error, Language language) {
    String told = GatewayJson.text(error.toJson(language));
    return (id.isMissingNode() ? "{" : "{\"id\":" + GatewayJson.text(id) + ",")
        + "\"error\":"
        + told
        + ",\"response\":{\"error\":"
        + told
        + "},\"complete\":true}";
  }
}
