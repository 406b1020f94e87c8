package org.wenshu.sql;

/**
 * One piece of a statement as MySQL cuts it. White space makes no tokens, comments do.
 *
 * @param kind what it is
 * @param start where it starts in the source, in {@code char}s from 0
 * @param end where it ends, exclusive
 * @param text the source between the two, quotes and introducer marks included
 */
public record SqlToken(Kind kind, int start, int end, String text) {
  /** The kinds of tokens. */
  public enum Kind {
    /** A keyword or an unquoted name; which of the two, only the grammar knows. */
    WORD,
    /** A name in backticks. */
    QUOTED_IDENTIFIER,
    /** The name of a character set before a literal, such as {@code _utf8mb4}. */
    INTRODUCER,
    /** A string in single or double quotes. Adjacent strings are separate tokens. */
    STRING,
    /** {@code N'…'}. */
    NATIONAL_STRING,
    /** A whole, decimal or floating number, without sign. */
    NUMBER,
    /** {@code 0x…} or {@code x'…'}. */
    HEX,
    /** {@code 0b…} or {@code b'…'}. */
    BIT,
    /** Comparison, arithmetic, bit, logic, JSON arrow or assignment. */
    OPERATOR,
    /** Comma, dot, colon or brace. */
    PUNCTUATION,
    LEFT_PARENTHESIS,
    RIGHT_PARENTHESIS,
    SEMICOLON,
    /** An ordinary comment: white space to the server. */
    COMMENT,
    /** A comment that starts with {@code /*+}: read by the optimizer after SELECT. */
    HINT,
    /**
     * A comment that starts with {@code /*!} or {@code /*M!}: its inside is SQL to some servers.
     */
    EXECUTABLE_COMMENT,
    /** A user or system variable, with its marks. */
    VARIABLE,
    /** What MySQL cannot cut, or cuts differently from version to version. */
    INVALID
  }

  /** Whether the server's grammar sees the token, that is, it is not an ordinary comment. */
  public boolean isCode() {
    return kind != Kind.COMMENT;
  }

  /** Whether it is this word outside quotes, in any letter case. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /** Whether it is this operator, punctuation mark or parenthesis. */
  public boolean isSymbol(String symbol) {
    return switch (kind) {
      case OPERATOR, PUNCTUATION, LEFT_PARENTHESIS, RIGHT_PARENTHESIS, SEMICOLON ->
          text.equals(symbol);
      default -> false;
    };
  }

  /** Whether it may be the name of something: a word or a quoted identifier. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_IDENTIFIER;
  }

  /**
   * The name without its quotes.
   *
   * @throws IllegalStateException when the token is no name
   */
  public String name() {
    return switch (kind) {
      case WORD -> text;
      case QUOTED_IDENTIFIER -> text.substring(1, text.length() - 1).replace("``", "`");
      default -> throw new IllegalStateException("Not a name: " + text);
    };
  }

  /**
   * The decoded value of a string.
   *
   * @throws IllegalStateException when the token is no string
   */
  public String value() {
    return switch (kind) {
      case STRING -> SqlStrings.decode(text);
      case NATIONAL_STRING -> SqlStrings.decode(text.substring(1));
      default -> throw new IllegalStateException("Not a string: " + text);
    };
  }
}
