package org.wenshu.security.policy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.wenshu.security.Permissions;

/**
 * The tables that permissions open (contract of the RAG query protocol, section 7.2): {@code
 * table:orders:read}, {@code table:*:read}, {@code table:orders:*}, {@code admin:*}, {@code *}, and
 * the aliases {@code orders:read} and {@code table:orders:select}. Immutable.
 *
 * @param all whether wildcards open every table
 * @param tables those that are opened by name, in lower case
 * @param closed those that no wildcard opens, in lower case
 * @param widened whether rules may open further ones
 */
record TablePermissions(boolean all, Set<String> tables, Set<String> closed, boolean widened) {
  /** Every table. */
  static final TablePermissions EVERYTHING = new TablePermissions(true, Set.of(), Set.of(), false);

  private static final Set<String> WILDCARDS = Set.of("*", "*:*", "admin:*", "table:*");
  private static final Set<String> READING = Set.of("read", "select", "*");
  private static final Set<String> OTHER_KINDS = Set.of("schema", "session", "admin", "table");

  /** Those of a token are final; those of roles may be widened. */
  static TablePermissions of(Permissions permissions) {
    boolean all = false;
    Set<String> tables = new TreeSet<>();
    for (String permission : permissions.granted()) {
      String plain = permission.strip().toLowerCase(Locale.ROOT);
      String table = table(plain);
      all |= WILDCARDS.contains(plain) || table.equals("*");
      tables.add(table);
    }
    tables.remove("");
    Set<String> closed = new TreeSet<>(permissions.closedTables());
    if (all && closed.isEmpty()) {
      return EVERYTHING;
    }
    if (all) {
      tables.retainAll(closed);
    }
    return new TablePermissions(all, tables, closed, !permissions.byToken());
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

  /** Whether the table may be read, of which rules say so much. */
  boolean permit(String table, TableAccess.Reading reading) {
    boolean byWildcard = !closed.contains(table);
    boolean granted = tables.contains(table) || (all && byWildcard);
    return switch (reading) {
      case DENIED -> false;
      case UNDECIDED -> granted;
      case ALLOWED -> granted || (widened && byWildcard);
      case VOUCHED -> granted || widened;
    };
  }
}
