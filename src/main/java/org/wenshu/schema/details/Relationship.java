package org.wenshu.schema.details;

import java.util.Locale;

/**
 * How the rows of one table belong to those of another, seen from the first.
 *
 * @param type how many rows of the first belong to how many of the second
 * @param fromTable the table it is seen from
 * @param fromColumn its column; several are separated by a comma
 * @param toTable the other table
 * @param toColumn its column; several are separated by a comma
 * @param key what makes them belong together: the name of a foreign key, the table between them
 *     where many belong to many, or {@code table.column} where it is guessed
 * @param inferred whether it is guessed from names rather than declared
 */
public record Relationship(
    Type type,
    String fromTable,
    String fromColumn,
    String toTable,
    String toColumn,
    String key,
    boolean inferred) {

  /** How many rows belong to how many. */
  public enum Type {
    ONE_TO_ONE,
    ONE_TO_MANY,
    MANY_TO_ONE,
    MANY_TO_MANY;

    /** Such as {@code one_to_many}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
