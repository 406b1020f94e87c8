package org.wenshu.sql;

/** String literals and quoted names, read and written as MySQL does with backslash escapes on. */
public final class SqlStrings {
  private SqlStrings() {}

  /** The value of a literal in single or double quotes; the literal must be complete. */
  public static String decode(String literal) {
    char quote = literal.charAt(0);
    StringBuilder value = new StringBuilder(literal.length());
    int end = literal.length() - 1;
    for (int i = 1; i < end; i++) {
      char c = literal.charAt(i);
      if (c == '\\') {
        i++;
        appendEscaped(value, literal.charAt(i));
      } else {
        value.append(c);
        if (c == quote) {
          i++;
        }
      }
    }
    return value.toString();
  }

  private static void appendEscaped(StringBuilder value, char c) {
    switch (c) {
      case '0' -> value.append('\0');
      case 'b' -> value.append('\b');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'Z' -> value.append('\u001a');
      // LIKE patterns need these two with their backslash.
      case '%', '_' -> value.append('\\').append(c);
      default -> value.append(c);
    }
  }

  /**
   * The literal in single quotes whose value is the given text. A backslash before {@code %} or
   * {@code _} is kept as it is, because {@link #decode} leaves that pair in the value.
   */
  public static String literal(String value) {
    StringBuilder literal = new StringBuilder(value.length() + 8).append('\'');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\'') {
        literal.append("''");
      } else if (c == '\\' && !isWildcard(value, i + 1)) {
        literal.append("\\\\");
      } else if (c == '\0') {
        literal.append("\\0");
      } else {
        literal.append(c);
      }
    }
    return literal.append('\'').toString();
  }

  private static boolean isWildcard(String value, int index) {
    return index < value.length() && (value.charAt(index) == '%' || value.charAt(index) == '_');
  }

  /** The name in backticks. */
  public static String quotedName(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  /** The name, in backticks only where it needs them. */
  public static String readableName(String name) {
    return isPlain(name) && !ReservedWords.contains(name) ? name : quotedName(name);
  }

  private static boolean isPlain(String name) {
    boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }
    return plain;
  }
}
