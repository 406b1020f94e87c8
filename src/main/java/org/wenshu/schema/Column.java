package org.wenshu.schema;

import java.util.List;

/**
 * A column as catalogued.
 *
 * @param name as stored
 * @param position from 1
 * @param dataType {@code DATA_TYPE} of {@code INFORMATION_SCHEMA}, lower case, such as {@code
 *     varchar}
 * @param columnType the full type, such as {@code varchar(100)}
 * @param nullable whether NULL may occur
 * @param comment empty when there is none
 * @param key the part it plays in a key
 * @param sampleValues distinct stored values of a text column of low cardinality, sorted; empty for
 *     other columns
 * @param withheld whether stored values must not be told to the asker but in the rows of an answer
 */
public record Column(
    String name,
    int position,
    String dataType,
    String columnType,
    boolean nullable,
    String comment,
    Key key,
    List<String> sampleValues,
    boolean withheld) {

  /** The part a column plays in a key. */
  public enum Key {
    NONE,
    PRIMARY,
    UNIQUE,
    INDEXED
  }

  /** Copies the sample values. */
  public Column {
    sampleValues = List.copyOf(sampleValues);
  }

  /** A column whose values may be told. */
  public Column(
      String name,
      int position,
      String dataType,
      String columnType,
      boolean nullable,
      String comment,
      Key key,
      List<String> sampleValues) {
    this(name, position, dataType, columnType, nullable, comment, key, sampleValues, false);
  }

  /** The same column without its values, which are not to be told. */
  public Column withhold() {
    return new Column(
        name, position, dataType, columnType, nullable, comment, key, List.of(), true);
  }

  /** What kind of values the column holds, for typing conditions on it. */
  public ValueKind kind() {
    return ValueKind.of(dataType);
  }
}
