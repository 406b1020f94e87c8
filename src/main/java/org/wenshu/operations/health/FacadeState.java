package org.wenshu.operations.health;

import java.util.Optional;

/**
 * Who the HTTP facade asks as when a request shows no credential.
 *
 * @param authenticated whether that identity is valid
 * @param sessionId its session, where it has one
 */
public record FacadeState(boolean authenticated, Optional<String> sessionId) {
  /** A facade without an identity of its own. */
  public static FacadeState none() {
    return new FacadeState(false, Optional.empty());
  }
}
