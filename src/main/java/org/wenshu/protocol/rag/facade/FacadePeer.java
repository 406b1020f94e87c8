package org.wenshu.protocol.rag.facade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.wenshu.protocol.rag.method.RagPeer;
import org.wenshu.security.Identity;

/**
 * The sender of one HTTP request: whom its Authorization header names, else the identity of the
 * facade.
 */
final class FacadePeer implements RagPeer {
  private final FacadeIdentity identities;
  private final Optional<String> authorization;
  private final String address;

  FacadePeer(FacadeIdentity identities, String authorization, String address) {
    this.identities = identities;
    this.authorization = Optional.ofNullable(authorization);
    this.address = address;
  }

  @Override
  public Optional<Identity> identity() {
    return Optional.of(identities.of(authorization));
  }

  /** Each request says anew who it is. */
  @Override
  public void identify(Identity identity) {}

  @Override
  public void uses(String conversation) {}

  @Override
  public Optional<String> connection() {
    return Optional.empty();
  }

  @Override
  public String address() {
    return address;
  }

  /** HTTP has no place for it. */
  @Override
  public void notify(String method, ObjectNode params) {}
}
