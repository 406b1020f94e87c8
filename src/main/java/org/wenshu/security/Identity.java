package org.wenshu.security;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose credential was believed: the caller, and what a client is told about it (contract
 * of the RAG query protocol, section 4.2). Nothing here but the caller decides what may be read.
 * Immutable.
 *
 * @param caller whom rules and audit records are about
 * @param id names the user for clients; the caller's name unless the credential says otherwise
 * @param username as people know the user
 * @param email when known
 * @param expiresAt when the credential ends, if it does
 */
public record Identity(
    Caller caller,
    String id,
    String username,
    Optional<String> email,
    Optional<Instant> expiresAt) {

  /** An identity of which only the caller is known. */
  public static Identity of(Caller caller) {
    return new Identity(caller, caller.name(), caller.name(), Optional.empty(), Optional.empty());
  }

  /** Everybody, where a server runs with {@code wenshu.security.auth=off}. */
  public static Identity anonymous() {
    return of(Caller.anonymous());
  }
}
