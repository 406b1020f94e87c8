package org.wenshu.security;

import java.util.Optional;

/** Tells callers by tokens that somebody else has signed. Implementations are thread-safe. */
@FunctionalInterface
public interface SignedTokens {
  /**
   * The caller that this credential speaks of; empty for one that is no signed token, and for one
   * that cannot be believed. Never throws, and returns within seconds.
   */
  Optional<Caller> caller(String credential);

  /** Believes no token. */
  static SignedTokens none() {
    return credential -> Optional.empty();
  }
}
