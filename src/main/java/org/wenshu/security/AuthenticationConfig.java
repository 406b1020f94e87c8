package org.wenshu.security;

import java.util.Map;

/**
 * Who may connect.
 *
 * @param required false lets everybody in as the anonymous caller ({@code wenshu.security.auth} =
 *     {@code off})
 * @param callersByToken names of callers by their opaque tokens ({@code wenshu.security.tokens})
 */
public record AuthenticationConfig(boolean required, Map<String, String> callersByToken) {
  /** Copies the map. */
  public AuthenticationConfig {
    callersByToken = Map.copyOf(callersByToken);
  }

  /** Nobody: authentication is required and no token is known. */
  public static AuthenticationConfig defaults() {
    return new AuthenticationConfig(true, Map.of());
  }

  /** Names how many tokens there are, never the tokens. */
  @Override
  public String toString() {
    return "AuthenticationConfig[required=" + required + ", tokens=" + callersByToken.size() + ']';
  }
}
