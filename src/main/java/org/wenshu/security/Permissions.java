package org.wenshu.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a caller may do (contract of the RAG query protocol, section 7.2): {@code table:orders:read}
 * and its wildcards, {@code schema:read}, {@code session:manage}, {@code admin:*}. What rules about
 * tables, rows and columns say comes on top. Immutable.
 *
 * @param granted as written
 * @param byToken whether the caller's token lists them; then nothing else is open, whatever a rule
 *     allows
 * @param closedTables that no wildcard opens, in lower case
 */
public record Permissions(Set<String> granted, boolean byToken, Set<String> closedTables) {
  private static final Set<String> EVERYTHING = Set.of("*", "*:*", "admin:*");

  /** Copies the sets. */
  public Permissions {
    granted = Set.copyOf(granted);
    closedTables = Set.copyOf(closedTables);
  }

  /** Those that a token lists. */
  static Permissions ofToken(Set<String> listed) {
    return new Permissions(listed, true, Set.of());
  }

  /** All of them in alphabetical order, to tell a client. */
  public List<String> effective() {
    return granted.stream().sorted().toList();
  }

  /** Whether everything is permitted. */
  public boolean isAdmin() {
    return areEverything(granted);
  }

  /** Whether the whole schema may be told, not only the tables that may be read. */
  public boolean readsSchema() {
    return isAdmin() || holds("schema:read") || holds("schema:*");
  }

  /** Whether sessions of others may be looked at and ended. */
  public boolean managesSessions() {
    return isAdmin() || holds("session:manage") || holds("session:*");
  }

  static boolean areEverything(Set<String> permissions) {
    return permissions.stream().anyMatch(p -> EVERYTHING.contains(plain(p)));
  }

  private boolean holds(String permission) {
    return granted.stream().anyMatch(p -> plain(p).equals(permission));
  }

  private static String plain(String permission) {
    return permission.strip().toLowerCase(Locale.ROOT);
  }
}
