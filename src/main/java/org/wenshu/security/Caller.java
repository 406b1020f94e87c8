package org.wenshu.security;

/**
 * Who asks. Taken once in the handshake and handed on explicitly, because the container's security
 * context does not reach WebSocket messages.
 *
 * @param name the subject, for audit records
 */
public record Caller(String name) {
  /** The caller of a server that runs with {@code wenshu.security.auth=off}. */
  public static Caller anonymous() {
    return new Caller("anonymous");
  }
}
