package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.gateway.call.GatewayJson;

/** What scripted gateways read and send. */
final class Frames {
  private Frames() {}

  /** The next envelope; null when the client has left. */
  static JsonNode read(ScriptedPeer peer) throws IOException {
    String text = peer.read();
    return text == null ? null : GatewayJson.parse(text, "envelope");
  }

  /** The id of the next envelope. */
  static String id(ScriptedPeer peer) throws IOException {
    return read(peer).get("id").textValue();
  }

  static String chunk(String id, String text) {
    return "{\"id\":\"%s\",\"response\":{\"response\":\"%s\",\"end_of_stream\":false},\"complete\":false}"
        .formatted(id, text);
  }

  static String last(String id, String text) {
    return "{\"id\":\"%s\",\"response\":{\"response\":\"%s\",\"end_of_stream\":true},\"complete\":true}"
        .formatted(id, text);
  }

  static String error(String id, String type) {
    return "{\"id\":\"%s\",\"error\":{\"type\":\"%s\",\"message\":\"no\"},\"complete\":true}"
        .formatted(id, type);
  }
}
