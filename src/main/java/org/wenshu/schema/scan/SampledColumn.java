package org.wenshu.schema.scan;

/** A column whose distinct values are to be read. */
record SampledColumn(String table, ScannedColumn column) {
  private static final int DIRECTLY_READABLE = 255;

  /**
   * Appends a SELECT of at most {@code limit} rows: the ordinal given and a value. The LIMIT ends
   * the inner scan early where there are many values, and an index on the column is used as is.
   * Values of the longer types are cut, so that documents do not travel.
   */
  void appendSelect(StringBuilder sql, int ordinal, int limit, int maxCharacters) {
    String value = quoted(column.facts().name());
    if (column.maxCharacters() > DIRECTLY_READABLE) {
      value = "LEFT(" + value + ", " + maxCharacters + ")";
    }
    sql.append("SELECT ").append(ordinal).append(", CONVERT(d.v USING utf8mb4) FROM (");
    sql.append("SELECT DISTINCT ").append(value).append(" AS v FROM ").append(quoted(table));
    sql.append(" LIMIT ").append(limit).append(") d");
  }

  private static String quoted(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  @Override
  public String toString() {
    return table + "." + column.facts().name();
  }
}
