package org.wenshu.client;

import java.util.Optional;

/**
 * Where the client gets its token from. Asked anew before each connection and each authentication,
 * on a thread of the client, so that tokens with a short life can be renewed; may block briefly.
 */
@FunctionalInterface
public interface TokenSource {
  /** The token to show now; empty to show none. */
  Optional<String> token();

  /** Always the same token. */
  static TokenSource fixed(String token) {
    Optional<String> always = Optional.of(token);
    return () -> always;
  }

  /** No token, for servers that ask for none. */
  static TokenSource none() {
    return Optional::empty;
  }
}
