package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wenshu.security.Identity;

/** The other end of a connection that keeps what it is told. */
final class InMemoryPeer implements RagPeer {
  private final List<String> notifications = new CopyOnWriteArrayList<>();
  private volatile Optional<Identity> identity = Optional.empty();
  private volatile Optional<String> conversation = Optional.empty();

  List<String> notifications() {
    return notifications;
  }

  Optional<String> conversation() {
    return conversation;
  }

  @Override
  public Optional<Identity> identity() {
    return identity;
  }

  @Override
  public void identify(Identity known) {
    identity = Optional.of(known);
  }

  @Override
  public void uses(String id) {
    conversation = Optional.of(id);
  }

  @Override
  public Optional<String> connection() {
    return Optional.of("test");
  }

  @Override
  public String address() {
    return "127.0.0.1";
  }

  @Override
  public void notify(String method, ObjectNode params) {
    notifications.add(method + " " + params);
  }
}
