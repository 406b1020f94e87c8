package org.wenshu.security;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What roles permit to callers whose token lists no permissions (contract of the RAG query
 * protocol, section 7.2). Several roles add up. Immutable.
 *
 * @param byRole permissions by role, letter for letter; {@link #ANY_OTHER} stands for every role
 *     that is not listed
 * @param reservedTables tables that wildcards open to some roles only, by name in lower case
 */
public record RoleGrants(Map<String, Set<String>> byRole, Map<String, Set<String>> reservedTables) {
  /** Every role that is not listed. */
  public static final String ANY_OTHER = "*";

  /** The role of a caller without any. */
  public static final String DEFAULT_ROLE = "user";

  private static final Set<String> READING = Set.of("schema:read", "table:*:read");

  /** Copies the maps, tables in lower case. */
  public RoleGrants {
    byRole = copy(byRole);
    reservedTables =
        copy(reservedTables).entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    e -> e.getKey().strip().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  /** The contract's: nothing for a role it does not name. */
  public static RoleGrants contract() {
    Map<String, Set<String>> byRole = new HashMap<>();
    for (String role : Set.of("admin", "administrator", "super_admin")) {
      byRole.put(role, Set.of("admin:*"));
    }
    for (String role : Set.of("analyst", DEFAULT_ROLE, "user_manager", "system_manager")) {
      byRole.put(role, READING);
    }
    return new RoleGrants(byRole, Map.of("system_logs", Set.of("admin", "system_manager")));
  }

  /** The contract's, and reading for every other role; no table is reserved. */
  public static RoleGrants reading() {
    return new RoleGrants(contract().byRole(), Map.of()).with(Map.of(ANY_OTHER, READING));
  }

  /** The same with these roles in the place of those of the same name. */
  public RoleGrants with(Map<String, Set<String>> roles) {
    Map<String, Set<String>> all = new HashMap<>(byRole);
    all.putAll(roles);
    return new RoleGrants(all, reservedTables);
  }

  /** The caller's: those of the token when it lists any, else those of the roles. */
  public Permissions of(Caller caller) {
    if (!caller.permissions().isEmpty()) {
      return Permissions.ofToken(caller.permissions());
    }
    Set<String> roles = caller.roles().isEmpty() ? Set.of(DEFAULT_ROLE) : caller.roles();
    Set<String> others = byRole.getOrDefault(ANY_OTHER, Set.of());
    Set<String> granted =
        roles.stream()
            .flatMap(role -> byRole.getOrDefault(role, others).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Permissions(
        granted, false, Permissions.areEverything(granted) ? Set.of() : closedTo(roles));
  }

  private Set<String> closedTo(Set<String> roles) {
    return reservedTables.entrySet().stream()
        .filter(table -> Collections.disjoint(table.getValue(), roles))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Set<String>> copy(Map<String, Set<String>> sets) {
    return sets.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
  }
}
