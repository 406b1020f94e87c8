package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.wenshu.security.Identity;

/** The other end, as methods see it: a connection, or one HTTP request. Thread-safe. */
public interface RagPeer {
  /** Who it is, once it has shown a credential that was believed. */
  Optional<Identity> identity();

  /** From now on it is this one. */
  void identify(Identity identity);

  /** It has made or used this conversation, and is told when that one expires. */
  void uses(String conversation);

  /** Names the connection, for limits; empty where each request has its own. */
  Optional<String> connection();

  /** The network address it comes from. */
  String address();

  /** Sends a notification, where the other end can take one. */
  void notify(String method, ObjectNode params);
}
