package org.wenshu.schema;

/** What kind of values a column holds. */
public enum ValueKind {
  INTEGER,
  DECIMAL,
  TEXT,
  DATE,
  TIME,
  TIMESTAMP,
  BOOLEAN,
  JSON,
  BINARY,
  OTHER;

  /** The kind of a {@code DATA_TYPE} of {@code INFORMATION_SCHEMA}. */
  public static ValueKind of(String dataType) {
    return switch (dataType) {
      case "tinyint", "smallint", "mediumint", "int", "bigint", "year" -> INTEGER;
      case "decimal", "float", "double" -> DECIMAL;
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" -> TEXT;
      case "date" -> DATE;
      case "time" -> TIME;
      case "datetime", "timestamp" -> TIMESTAMP;
      case "bool", "boolean" -> BOOLEAN;
      case "json" -> JSON;
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit" -> BINARY;
      default -> OTHER;
    };
  }

  /** Whether sums and averages make sense. */
  public boolean isNumeric() {
    return this == INTEGER || this == DECIMAL;
  }

  /** Whether the values lie on a calendar. */
  public boolean isTemporal() {
    return this == DATE || this == TIMESTAMP;
  }
}
