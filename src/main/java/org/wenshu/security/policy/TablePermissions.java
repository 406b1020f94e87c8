package org.wenshu.security.policy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables that a token's permissions open (contract of the RAG query protocol, section 7.2):
 * {@code table:orders:read}, {@code table:*:read}, {@code table:orders:*}, {@code admin:*}, {@code
 * *}, and the aliases {@code orders:read} and {@code table:orders:select}. Immutable.
 *
 * @param all whether every table is open
 * @param tables the open ones in lower case
 */
record TablePermissions(boolean all, Set<String> tables) {
  private static final Set<String> EVERYTHING = Set.of("*", "*:*", "admin:*", "table:*");
  private static final Set<String> READING = Set.of("read", "select", "*");
  private static final Set<String> OTHER_KINDS = Set.of("schema", "session", "admin", "table");

  /** Without permissions a token leaves the decision to the rules. */
  static TablePermissions of(Set<String> permissions) {
    boolean all = permissions.isEmpty();
    Set<String> tables = new TreeSet<>();
    for (String permission : permissions) {
      String plain = permission.strip().toLowerCase(Locale.ROOT);
      String table = table(plain);
      all |= EVERYTHING.contains(plain) || table.equals("*");
      tables.add(table);
    }
    tables.remove("");
    return new TablePermissions(all, all ? Set.of() : tables);
  }

  /** The table that one permission opens; empty when it is about something else. */
  private static String table(String permission) {
    boolean prefixed = permission.startsWith("table:");
    String rest = prefixed ? permission.substring("table:".length()) : permission;
    int colon = rest.lastIndexOf(':');
    if (colon <= 0 || !READING.contains(rest.substring(colon + 1))) {
      return "";
    }
    String table = rest.substring(0, colon);
    return !prefixed && (OTHER_KINDS.contains(table) || table.indexOf(':') >= 0) ? "" : table;
  }

  boolean permits(String table) {
    return all || tables.contains(table);
  }
}
