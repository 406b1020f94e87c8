package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the server says of itself. */
final class ServerVersion {
  static final String NAME = "wenshu";
  static final String SERVER = "0.1.0";
  static final String PROTOCOL = "1.0.0";

  private ServerVersion() {}

  /** The result of a negotiation that has succeeded. */
  static ObjectNode negotiated() {
    ObjectNode result = Json.object();
    result.put("version", PROTOCOL);
    result.set("supported_versions", Json.texts(List.of(PROTOCOL)));
    result.putObject("server_info").put("name", NAME).put("version", SERVER);
    return result;
  }
}
