package org.wenshu.schema.details;

/**
 * Reads {@code COLUMN_DEFAULT}, which MySQL writes as a bare value and MariaDB as SQL: a quoted
 * string, a number, an expression, or the word NULL.
 *
 * @param text without quotes; empty when there is none
 * @param expression whether it is worked out rather than a constant
 */
record DefaultValue(String text, boolean expression) {
  private static final DefaultValue NONE = new DefaultValue("", false);

  static DefaultValue of(String stored, String extra, boolean mariaDb) {
    if (stored == null) {
      return NONE;
    }
    return mariaDb ? ofSql(stored) : new DefaultValue(stored, extra.contains("DEFAULT_GENERATED"));
  }

  private static DefaultValue ofSql(String sql) {
    if (sql.equalsIgnoreCase("NULL")) {
      return NONE;
    }
    boolean quoted = sql.length() > 1 && sql.startsWith("'") && sql.endsWith("'");
    if (quoted) {
      return new DefaultValue(unquoted(sql.substring(1, sql.length() - 1)), false);
    }
    return new DefaultValue(sql, !sql.matches("-?[0-9.]+(e[-+]?[0-9]+)?"));
  }

  private static String unquoted(String inner) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      boolean escape = (c == '\'' || c == '\\') && i + 1 < inner.length();
      text.append(escape ? inner.charAt(++i) : c);
    }
    return text.toString();
  }
}
