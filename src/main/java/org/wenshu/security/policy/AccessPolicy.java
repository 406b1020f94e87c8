package org.wenshu.security.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one caller may read. Immutable; two are equal when they permit the same to the same values
 * of attributes.
 */
public final class AccessPolicy {
  private static final AccessPolicy OPEN =
      new AccessPolicy(new TablePermissions(true, Set.of()), Map.of(), TableAccess.OPEN);

  private final TablePermissions permissions;
  private final Map<String, TableAccess> tables;
  private final TableAccess others;
  private final int hash;

  AccessPolicy(TablePermissions permissions, Map<String, TableAccess> tables, TableAccess others) {
    this.permissions = permissions;
    this.tables = Map.copyOf(tables);
    this.others = others;
    this.hash = 31 * (31 * permissions.hashCode() + this.tables.hashCode()) + others.hashCode();
  }

  /** The policy of somebody who may read everything. */
  public static AccessPolicy open() {
    return OPEN;
  }

  /** What may be done with that table. */
  public TableAccess table(String name) {
    return tables.getOrDefault(name.toLowerCase(Locale.ROOT), others);
  }

  /** Whether the table exists for the caller. */
  public boolean permits(String name) {
    return table(name).readable() && permissions.permits(name.toLowerCase(Locale.ROOT));
  }

  /** Whether nothing at all is withheld. */
  public boolean isOpen() {
    return permissions.all()
        && others.readable()
        && tables.values().stream().allMatch(t -> t.readable() && t.isWhole());
  }

  @Override
  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    return other instanceof AccessPolicy that
        && hash == that.hash
        && permissions.equals(that.permissions)
        && others.equals(that.others)
        && tables.equals(that.tables);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** All of it, in one order, so that equal policies read alike. */
  @Override
  public String toString() {
    return permissions + " " + new TreeMap<>(tables) + " " + others;
  }
}
