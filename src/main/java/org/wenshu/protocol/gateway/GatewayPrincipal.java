package org.wenshu.protocol.gateway;

import java.security.Principal;
import org.wenshu.security.Caller;

/**
 * Who has passed the gate. Travels as the principal of the request, which servers keep with the
 * session of a socket: endpoints find the caller there.
 */
public record GatewayPrincipal(Caller caller) implements Principal {
  @Override
  public String getName() {
    return caller.name();
  }

  /**
   * The caller behind the gate.
   *
   * @throws IllegalStateException for a principal that did not come through the gate
   */
  public static Caller caller(Principal principal) {
    if (principal instanceof GatewayPrincipal known) {
      return known.caller();
    }
    throw new IllegalStateException("Nobody has passed the gate of the gateway");
  }
}
