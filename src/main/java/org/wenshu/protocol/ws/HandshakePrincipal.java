package org.wenshu.protocol.ws;

import java.security.Principal;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

/**
 * What the handshake told about a client. Travels as the principal of the session, the one thing
 * that servers keep apart for each connection.
 *
 * @param browser whether an Origin was sent
 */
record HandshakePrincipal(Identity identity, boolean browser) implements Principal {
  Caller caller() {
    return identity.caller();
  }

  @Override
  public String getName() {
    return caller().name();
  }
}
