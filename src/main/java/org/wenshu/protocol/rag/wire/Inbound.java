package org.wenshu.protocol.rag.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** A message from a client, read as far as its envelope goes. */
public sealed interface Inbound {
  /** The id of answers to messages whose own id cannot be used. */
  String NO_ID = "error";

  /**
   * A request; its method may be unknown.
   *
   * @param params as received: an object, or null, missing, or something wrong
   */
  record Request(String id, String method, JsonNode params) implements Inbound {}

  /** Something that is never answered. */
  record Notification(String method) implements Inbound {}

  /** Something that is answered with an error at once. */
  record Malformed(String id, RagError error) implements Inbound {}
}
