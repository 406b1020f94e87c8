package org.wenshu.security.policy;

import java.util.Locale;
import org.wenshu.security.Caller;

/**
 * One rule. Immutable.
 *
 * @param subject whom it is about
 * @param effect what it does
 * @param table the table or view, in lower case; {@code *} means every one, for effects on tables
 * @param column the column, in lower case; {@code *} means every one, for {@code ALLOW_COLUMN} and
 *     {@code DENY_COLUMN}; empty for effects on tables and rows
 * @param expression SQL: the condition that rows must meet, or what is shown instead of a masked
 *     value; empty where an effect needs none
 */
public record AccessRule(
    Subject subject, Effect effect, String table, String column, String expression) {
  /** Stands for every table or column. */
  public static final String EVERY = "*";

  /** Takes names in any letter case. */
  public AccessRule {
    table = table.strip().toLowerCase(Locale.ROOT);
    column = column.strip().toLowerCase(Locale.ROOT);
    expression = expression.strip();
  }

  /** What a rule does. */
  public enum Effect {
    /** The table may be read. */
    ALLOW_TABLE,
    /** The table looks as if it did not exist. */
    DENY_TABLE,
    /** The column may be read as it is. */
    ALLOW_COLUMN,
    /** The column looks as if it did not exist. */
    DENY_COLUMN,
    /** The column is shown as the expression says, NULL without one, and may only be shown. */
    MASK_COLUMN,
    /** Only rows that meet the expression exist. */
    FILTER_ROWS
  }

  /** How near a rule is to a caller; the nearest rule decides. */
  public enum Level {
    EVERYONE,
    ROLE,
    CALLER
  }

  /**
   * Whom a rule is about.
   *
   * @param name a role or the name of a caller, letter for letter; ignored for everyone
   */
  public record Subject(Level level, String name) {
    /** Everybody, unless a nearer rule says otherwise. */
    public static Subject everyone() {
      return new Subject(Level.EVERYONE, "");
    }

    boolean includes(Caller caller) {
      return switch (level) {
        case EVERYONE -> true;
        case ROLE -> caller.roles().contains(name);
        case CALLER -> caller.name().equals(name);
      };
    }
  }

  boolean isAboutTable(String name) {
    boolean aboutTables = effect == Effect.ALLOW_TABLE || effect == Effect.DENY_TABLE;
    return table.equals(name) || (aboutTables && table.equals(EVERY));
  }

  boolean isAboutColumns() {
    return effect == Effect.ALLOW_COLUMN
        || effect == Effect.DENY_COLUMN
        || effect == Effect.MASK_COLUMN;
  }
}
