package org.wenshu.security.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.wenshu.security.policy.TableAccess.Reading;

/**
 * What one caller may read. Immutable; two are equal when they permit the same to the same values
 * of attributes.
 */
public final class AccessPolicy {
  private static final AccessPolicy OPEN =
      new AccessPolicy(TablePermissions.EVERYTHING, Map.of(), TableAccess.OPEN, Masking.NONE);

  private final TablePermissions permissions;
  private final Map<String, TableAccess> tables;
  private final TableAccess others;
  private final Masking masking;
  private final int hash;

  AccessPolicy(
      TablePermissions permissions,
      Map<String, TableAccess> tables,
      TableAccess others,
      Masking masking) {
    this.permissions = permissions;
    this.tables = Map.copyOf(tables);
    this.others = others;
    this.masking = masking;
    this.hash = Objects.hash(permissions, this.tables, others, masking);
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
    return permissions.permit(name.toLowerCase(Locale.ROOT), table(name).reading());
  }

  /**
   * What may be done with a column: what a rule about that very column says, else what is stricter
   * of the rules about all columns and the mask for its name. Passwords are not shown whatever a
   * rule says.
   */
  public ColumnAccess column(String table, String column, ValueFamily family) {
    TableAccess access = table(table);
    ColumnAccess ruled = access.column(column);
    if (ruled.kind() == ColumnAccess.Kind.HIDDEN) {
      return ruled;
    }
    boolean decided = ruled.kind() != ColumnAccess.Kind.PLAIN || access.names(column);
    return masking
        .covers(column, family)
        .filter(kind -> kind == SensitiveColumn.PASSWORD || !decided)
        .map(kind -> ColumnAccess.masked(kind.mask(column, family)))
        .orElse(ruled);
  }

  /** Whether nothing at all is withheld. */
  public boolean isOpen() {
    return permissions.closed().isEmpty() && masking == Masking.NONE && isOpenButForDefaults();
  }

  /** Whether nothing is withheld but what is reserved or masked by its name. */
  public boolean isOpenButForDefaults() {
    return permissions.all()
        && others.reading() != Reading.DENIED
        && tables.values().stream().allMatch(t -> t.reading() != Reading.DENIED && t.isWhole());
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
        && masking == that.masking
        && tables.equals(that.tables);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** All of it, in one order, so that equal policies read alike. */
  @Override
  public String toString() {
    return permissions + " " + new TreeMap<>(tables) + " " + others + " " + masking;
  }
}
