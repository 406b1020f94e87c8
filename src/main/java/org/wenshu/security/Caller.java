package org.wenshu.security;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who asks. Taken once in the handshake and handed on explicitly, because the container's security
 * context does not reach WebSocket messages. Immutable; equal callers may do the same.
 *
 * @param name the subject, for audit records and rules about one caller
 * @param roles roles and groups, for rules about them
 * @param permissions such as {@code table:orders:read}; when there are any, nothing else may be
 *     read; empty leaves the decision to roles and rules
 * @param attributes other facts about the caller by name, such as {@code region}, which row filters
 *     may compare with
 */
public record Caller(
    String name, Set<String> roles, Set<String> permissions, Map<String, List<String>> attributes) {
  /** Copies the collections. */
  public Caller {
    roles = Set.copyOf(roles);
    permissions = Set.copyOf(permissions);
    attributes = Map.copyOf(attributes);
  }

  /** A caller of whom only the name is known. */
  public Caller(String name) {
    this(name, Set.of(), Set.of(), Map.of());
  }

  /** The caller of a server that runs with {@code wenshu.security.auth=off}. */
  public static Caller anonymous() {
    return new Caller("anonymous");
  }
}
