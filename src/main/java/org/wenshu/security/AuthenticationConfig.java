package org.wenshu.security;

import java.util.Map;

/**
 * Who may connect.
 *
 * @param required false lets everybody in as the anonymous caller ({@code wenshu.security.auth} =
 *     {@code off})
 * @param callersByToken names of callers by their opaque tokens ({@code wenshu.security.tokens})
 * @param identities what is known of such a caller beyond the name, by name ({@code
 *     wenshu.security.identities})
 */
public record AuthenticationConfig(
    boolean required, Map<String, String> callersByToken, Map<String, Identity> identities) {
  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException for an identity of somebody who has no token
   */
  public AuthenticationConfig {
    callersByToken = Map.copyOf(callersByToken);
    identities = Map.copyOf(identities);
    for (String name : identities.keySet()) {
      if (!callersByToken.containsValue(name)) {
        throw new IllegalArgumentException(
            "wenshu.security.identities tells of " + name + ", who has no token");
      }
    }
  }

  /** Callers of whom only the names are known. */
  public AuthenticationConfig(boolean required, Map<String, String> callersByToken) {
    this(required, callersByToken, Map.of());
  }

  /** Nobody: authentication is required and no token is known. */
  public static AuthenticationConfig defaults() {
    return new AuthenticationConfig(true, Map.of());
  }

  /** Names how many tokens there are, never the tokens. */
  @Override
  public String toString() {
    return "AuthenticationConfig[required=%s, tokens=%d, identities=%s]"
        .formatted(required, callersByToken.size(), identities.keySet());
  }
}
