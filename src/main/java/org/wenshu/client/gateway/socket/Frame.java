package org.wenshu.client.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.error.GatewayApiException;
import org.wenshu.client.gateway.error.GatewayErrors;

/** A frame from the server (contract, sections 3.2 to 3.5). */
record Frame(JsonNode json) {
  private static final String[] TERMINAL = {"end_of_stream", "end_of_dialog", "eos"};

  /**
   * Reads a frame.
   *
   * @throws ProtocolException if it is no JSON object
   */
  static Frame parse(String text) {
    JsonNode json = GatewayJson.parse(text, "A frame");
    if (!json.isObject()) {
      throw new ProtocolException("A frame is no object", null);
    }
    return new Frame(json);
  }

  /** Whose it is; empty if it does not say. */
  String id() {
    return GatewayJson.text(json, "id");
  }

  /** The response; missing if there is none. */
  JsonNode response() {
    JsonNode response = json.path("response");
    return response.isObject() ? response : MissingNode.getInstance();
  }

  /** The error, from either of its places. */
  Optional<GatewayApiException> error() {
    return GatewayJson.optional(json, "error")
        .or(() -> GatewayJson.optional(response(), "error"))
        .map(GatewayErrors::of);
  }

  /**
   * Whether nothing follows.
   *
   * @param single whether one frame is the whole answer where the server does not say
   */
  boolean last(boolean single) {
    if (json.path("complete").asBoolean(false)) {
      return true;
    }
    for (String flag : TERMINAL) {
      if (response().path(flag).asBoolean(false)) {
        return true;
      }
    }
    return single && !json.has("complete");
  }
}
