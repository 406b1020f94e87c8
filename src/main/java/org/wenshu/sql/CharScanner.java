package org.wenshu.sql;

import java.util.List;
import java.util.function.IntPredicate;
import org.wenshu.sql.SqlToken.Kind;

/** A place in a text, and how to move on from it over what MySQL reads as one piece. */
final class CharScanner {
  /** Longest first, so that the first match is the one the server takes. */
  private static final List<String> OPERATORS =
      List.of(
          "->>", "<=>", "->", "<=", "<>", "<<", ">=", ">>", "!=", "&&", "||", ":=", "=", "<", ">",
          "!", "+", "-", "*", "/", "%", "^", "~", "&", "|");

  private final String text;
  private int position;
  private int start;

  CharScanner(String text) {
    this.text = text;
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBit(int c) {
    return c == '0' || c == '1';
  }

  static boolean isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** To MySQL, every character beyond ASCII is part of a name, spaces of Unicode included. */
  static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || isDigit(c)
        || c == '_'
        || c == '$'
        || c >= 0x80;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  int position() {
    return position;
  }

  /** The character here, NUL at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    int index = position + ahead;
    return index < text.length() ? text.charAt(index) : '\0';
  }

  boolean looksAt(String piece) {
    return text.startsWith(piece, position);
  }

  void advance(int count) {
    position += count;
  }

  void mark() {
    start = position;
  }

  String marked() {
    return text.substring(start, position);
  }

  SqlToken token(Kind kind) {
    return new SqlToken(kind, start, position, marked());
  }

  Kind take(int count, Kind kind) {
    position += count;
    return kind;
  }

  /** Two minus signs start a comment only before white space, a control character or the end. */
  boolean startsLineComment() {
    char next = peek(2);
    return looksAt("--") && (next <= ' ' || next == 0x7f);
  }

  void skipLine() {
    int end = text.indexOf('\n', position);
    position = end < 0 ? text.length() : end;
  }

  /** Skips to behind the first close, as block comments do not nest; false when there is none. */
  boolean skipBlockComment() {
    int close = text.indexOf("*/", position + 2);
    position = close < 0 ? text.length() : close + 2;
    return close >= 0;
  }

  /** Skips from an opening quote to behind the closing one; false when there is none. */
  boolean skipQuoted(char quote, boolean backslashEscapes) {
    position++;
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '\\' && backslashEscapes) {
        position++;
      } else if (c == quote) {
        if (peek() != quote) {
          return true;
        }
        position++;
      }
    }
    position = text.length();
    return false;
  }

  /** Skips a name; false when it holds a character beyond the basic plane, which no name may. */
  boolean skipName() {
    boolean valid = true;
    while (!atEnd() && isNamePart(peek())) {
      valid &= !Character.isSurrogate(peek());
      position++;
    }
    return valid;
  }

  void skipVariableName() {
    while (!atEnd() && (isNamePart(peek()) || peek() == '.')) {
      position++;
    }
  }

  /** Whether the digits here are a number, not the beginning of a name such as {@code 2nd}. */
  boolean looksAtNumber() {
    int after = 0;
    while (isDigit(peek(after))) {
      after++;
    }
    return !isNamePart(peek(after)) || exponentLength(after) > 0;
  }

  /** Skips a decimal or floating number; false when its exponent has no digits. */
  boolean skipNumber() {
    skipDigits();
    boolean whole = peek() != '.';
    if (!whole) {
      position++;
      skipDigits();
    }
    if (peek() != 'e' && peek() != 'E') {
      return true;
    }
    int exponent = exponentLength(0);
    boolean valid = whole || exponent > 0;
    position += valid ? exponent : 1;
    skipDigits();
    return valid;
  }

  /** The length of an exponent's mark and sign when digits follow them, else 0. */
  private int exponentLength(int ahead) {
    if (peek(ahead) != 'e' && peek(ahead) != 'E') {
      return 0;
    }
    char sign = peek(ahead + 1);
    int length = sign == '+' || sign == '-' ? 2 : 1;
    return isDigit(peek(ahead + length)) ? length : 0;
  }

  private void skipDigits() {
    while (isDigit(peek())) {
      position++;
    }
  }

  /** Skips {@code 0x} or {@code 0b} and its digits, or nothing when it is the start of a name. */
  boolean skipRadix(IntPredicate digit) {
    int length = 2;
    while (digit.test(peek(length))) {
      length++;
    }
    if (length == 2 || isNamePart(peek(length))) {
      return false;
    }
    position += length;
    return true;
  }

  /** Skips {@code x'…'} or {@code b'…'}; how many digits it has, -1 when it is not closed. */
  int skipRadixString(IntPredicate digit) {
    position += 2;
    int first = position;
    while (digit.test(peek())) {
      position++;
    }
    if (peek() != '\'') {
      position = text.length();
      return -1;
    }
    position++;
    return position - 1 - first;
  }

  /** Skips an operator; false when there is none here. */
  boolean skipOperator() {
    for (String operator : OPERATORS) {
      if (looksAt(operator)) {
        position += operator.length();
        return true;
      }
    }
    return false;
  }
}
