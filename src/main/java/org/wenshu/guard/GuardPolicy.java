package org.wenshu.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wenshu.schema.Column;
import org.wenshu.security.policy.AccessPolicy;
import org.wenshu.security.policy.ColumnAccess;
import org.wenshu.security.policy.TableAccess;

/**
 * What a caller may read, and how much. What is denied looks as if it did not exist. Immutable.
 *
 * @param deniedTables nobody may read, in lower case; no rule opens them
 * @param deniedColumns nobody may read, as {@code table.column} in lower case
 * @param trustedViews are taken as their owners made them, in lower case; any other view is opened
 *     up, so that what is withheld from a caller is withheld behind a view too
 * @param star what {@code *} means where columns are hidden
 * @param access what the rules come to for this caller
 * @param limits on what one statement may ask for
 * @param bounds written into the statement
 */
public record GuardPolicy(
    Set<String> deniedTables,
    Set<String> deniedColumns,
    Set<String> trustedViews,
    Star star,
    AccessPolicy access,
    GuardLimits limits,
    StatementBounds bounds) {
  private static final int FINGERPRINT_BYTES = 6;

  /** What {@code *} means over a table of which the caller may not read every column. */
  public enum Star {
    /** The columns the caller may read. */
    PERMITTED_COLUMNS,
    /** Nothing: the statement is refused. */
    REFUSED
  }

  /** Copies the sets, in lower case. */
  public GuardPolicy {
    deniedTables = lowerCase(deniedTables);
    deniedColumns = lowerCase(deniedColumns);
    trustedViews = lowerCase(trustedViews);
  }

  /** Denies the same to everybody, and refuses {@code *} over denied columns. */
  public GuardPolicy(Set<String> deniedTables, Set<String> deniedColumns, GuardLimits limits) {
    this(
        deniedTables,
        deniedColumns,
        Set.of(),
        Star.REFUSED,
        AccessPolicy.open(),
        limits,
        StatementBounds.NONE);
  }

  /** The whole catalogue within the default limits. */
  public static GuardPolicy wholeCatalogue() {
    return new GuardPolicy(Set.of(), Set.of(), GuardLimits.defaults());
  }

  /** The same for a caller to whom the rules grant this. */
  public GuardPolicy with(AccessPolicy granted) {
    return new GuardPolicy(
        deniedTables, deniedColumns, trustedViews, star, granted, limits, bounds);
  }

  /** Whether the table may be read at all. */
  public boolean permits(String table) {
    return access.permits(table) && !deniedTables.contains(table.toLowerCase(Locale.ROOT));
  }

  /** What the caller may do with a column of that table. */
  ColumnAccess column(String table, Column column) {
    return denies(table, column.name())
        ? ColumnAccess.HIDDEN
        : access.column(table, column.name(), ValueFamilies.of(column));
  }

  /** The same, but for masks by name. */
  ColumnAccess columnByRule(String table, Column column) {
    return denies(table, column.name())
        ? ColumnAccess.HIDDEN
        : access.table(table).column(column.name());
  }

  private boolean denies(String table, String column) {
    return !deniedColumns.isEmpty()
        && deniedColumns.contains((table + '.' + column).toLowerCase(Locale.ROOT));
  }

  /** Whether a view is taken as its owner made it. */
  boolean trusts(String view) {
    return trustedViews.contains(view.toLowerCase(Locale.ROOT))
        || access.table(view).reading() == TableAccess.Reading.VOUCHED;
  }

  /** Whether nothing at all is withheld. */
  boolean isOpen() {
    return deniedTables.isEmpty() && deniedColumns.isEmpty() && access.isOpen();
  }

  /**
   * Whether nothing is withheld but tables reserved for others and columns masked by their names.
   */
  boolean isOpenButForDefaults() {
    return deniedTables.isEmpty() && deniedColumns.isEmpty() && access.isOpenButForDefaults();
  }

  /** Names the policy by what it says, so that equal policies bear the same name on every node. */
  public String fingerprint() {
    String text =
        "%s %s %s %s %s %s %s"
            .formatted(
                new TreeSet<>(deniedTables),
                new TreeSet<>(deniedColumns),
                new TreeSet<>(trustedViews),
                star,
                access,
                limits,
                bounds);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static Set<String> lowerCase(Set<String> names) {
    return names.stream()
        .map(n -> n.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
